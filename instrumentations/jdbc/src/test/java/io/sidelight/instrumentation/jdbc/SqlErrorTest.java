// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "23505, 0,     constraint", // PostgreSQL, H2: unique
        "23000, 1062,  constraint", // MySQL: duplicate key
        "23000, 1,     constraint", // Oracle: ORA-00001
        "23513, 23513, constraint", // H2: check
        "40002, 0,     constraint",
        "40001, 1213,  deadlock", // MySQL
        "40001, 1205,  deadlock", // SQL Server
        "40P01, 0,     deadlock", // PostgreSQL
        "61000, 60,    deadlock", // Oracle
        "57014, 0,     timeout", // PostgreSQL: statement_timeout
        "55P03, 0,     timeout",
        "HYT00, 50200, timeout", // H2: lock
        "HY000, 1205,  timeout", // MySQL: lock wait
        "70100, 1317,  timeout", // MySQL: KILL QUERY
        "70100, 1969,  timeout", // MariaDB: max_statement_time
        "08006, 0,     connection",
        "08S01, 0,     connection", // MySQL: communications link failure
        "57P01, 0,     connection",
        "90067, 90067, connection", // H2
        "42P01, 0,     syntax", // PostgreSQL: undefined table
        "42601, 0,     syntax",
        "42000, 1064,  syntax", // MySQL
        "42S02, 1146,  syntax", // MySQL: no such table
        "42000, 942,   syntax", // Oracle
        "42501, 0,     permission", // PostgreSQL
        "42000, 1142,  permission", // MySQL
        "42000, 1031,  permission", // Oracle
        "28000, 1045,  permission",
        "90096, 90096, permission", // H2
        "53100, 0,     resource", // PostgreSQL: disk full
        "53300, 0,     resource",
        "HY000, 1021,  resource", // MySQL: disk full
        "22001, 0,     other", // too long
        "0A000, 0,     other",
        "HY000, 1,     other",
        "-,     0,     other",
        "'',    0,     other",
        "4,     0,     other",
        "canary, 0,    other",
      })
  void byStateAndVendorCode(@Nullable String state, int code, String label) {
    assertThat(SqlError.of(new SQLException("canary", state, code)).label()).isEqualTo(label);
  }

  @Test
  void withoutAStateByItsType() {
    Map<SQLException, String> labels =
        Map.of(
            new SQLTimeoutException(), "timeout",
            new SQLTransactionRollbackException(), "deadlock",
            new SQLIntegrityConstraintViolationException(), "constraint",
            new SQLSyntaxErrorException(), "syntax",
            new SQLInvalidAuthorizationSpecException(), "permission",
            new SQLNonTransientConnectionException(), "connection",
            new SQLRecoverableException(), "connection");
    labels.forEach((e, label) -> assertThat(SqlError.of(e).label()).as("%s", e).isEqualTo(label));
  }

  @Test
  void theDriversExceptionIsFoundBelowOthers() {
    Throwable wrapped =
        new IllegalStateException(new RuntimeException(new SQLException("canary", "23505")));

    assertThat(SqlError.of(wrapped)).isEqualTo(SqlError.CONSTRAINT);
    assertThat(SqlError.of(new BatchUpdateException("canary", "40001", new int[0])))
        .isEqualTo(SqlError.DEADLOCK);
    assertThat(SqlError.of(new StackOverflowError())).isEqualTo(SqlError.OTHER);
  }

  @Test
  void aCycleOfCausesEnds() {
    Exception first = new Exception();
    Exception second = new Exception(first);
    first.initCause(second);

    assertThat(SqlError.of(first)).isEqualTo(SqlError.OTHER);
  }
}
