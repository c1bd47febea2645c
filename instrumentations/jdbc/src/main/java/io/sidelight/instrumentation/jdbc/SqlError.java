// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement failed, as an operator would sort it. By SQLState, the class of which (its first
 * two characters) the SQL standard assigns; by vendor code where drivers leave the state open; by
 * the type of the exception where there is neither. Loaded with the first failure, as it needs the
 * module {@code java.sql}.
 */
enum SqlError {
  /** A key, a reference, a check. */
  CONSTRAINT,
  /** A deadlock or a serialization failure: the transaction may be tried again. */
  DEADLOCK,
  /** The statement, or its wait for a lock, took too long or was cancelled. */
  TIMEOUT,
  /** The connection is closed, or broke. */
  CONNECTION,
  /** The statement does not fit the language or the schema. */
  SYNTAX,
  /** Credentials or privileges. */
  PERMISSION,
  /** Memory, disk, connections or another limit of the server. */
  RESOURCE,
  /** All else, such as a value that does not fit. */
  OTHER;

  /** A wrapper's own exception may hide the driver's, but hardly deeper. */
  private static final int MAX_CAUSES = 5;

  /** As a label's value. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Sorts what a statement threw. */
  static SqlError of(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      if (cause instanceof SQLException) {
        return ofException((SQLException) cause);
      }
      cause = cause.getCause();
    }
    return OTHER;
  }

  private static SqlError ofException(SQLException e) {
    String state = e.getSQLState();
    SqlError byCode = byVendorCode(e, state);
    if (byCode != OTHER) {
      return byCode;
    }
    SqlError byState = state == null ? OTHER : byState(state);
    return byState == OTHER ? byType(e) : byState;
  }

  /** Codes that say more than the state they come with. */
  private static SqlError byVendorCode(SQLException e, @Nullable String state) {
    int code = e.getErrorCode();
    if (e.getClass().getName().startsWith("org.sqlite.")) {
      return bySqliteCode(code & 0xFF);
    }
    if ("42000".equals(state)) {
      // MySQL, MariaDB: access denied to a database, table, column, routine; SUPER is needed.
      // Oracle: insufficient privileges.
      return isAny(code, 1044, 1142, 1143, 1227, 1370, 1031) ? PERMISSION : OTHER;
    }
    if ("HY000".equals(state)) {
      // MySQL, MariaDB: lock wait timeout, statement timeouts; disk full, too many locks.
      return isAny(code, 1205, 3024, 1969) ? TIMEOUT : isAny(code, 1021, 1206) ? RESOURCE : OTHER;
    }
    return OTHER;
  }

  /** SQLite has no states. See its list of result codes. */
  private static SqlError bySqliteCode(int code) {
    switch (code) {
      case 1:
        return SYNTAX;
      case 3:
      case 8:
      case 23:
        return PERMISSION;
      case 5:
      case 6:
      case 9:
        return TIMEOUT;
      case 7:
      case 13:
      case 18:
        return RESOURCE;
      case 14:
        return CONNECTION;
      case 19:
        return CONSTRAINT;
      default:
        return OTHER;
    }
  }

  private static SqlError byState(String state) {
    switch (state) {
      case "40002": // a constraint that was deferred to the end of the transaction
        return CONSTRAINT;
      case "42501": // PostgreSQL, Db2: insufficient privilege
      case "42502":
      case "90096": // H2
        return PERMISSION;
      case "57014": // PostgreSQL, Db2, H2: cancelled, by statement_timeout too
      case "57033": // Db2: lock timeout
      case "55P03": // PostgreSQL: lock not available
      case "HYT00":
      case "HYT01":
      case "70100": // MySQL: interrupted
        return TIMEOUT;
      case "61000": // Oracle
      case "41000": // MySQL's older drivers
        return DEADLOCK;
      case "57P01": // PostgreSQL: shut down by its administrator, crashed, starting
      case "57P02":
      case "57P03":
      case "90067": // H2: connection broken, closed
      case "90007":
        return CONNECTION;
      default:
        return state.length() < 2 ? OTHER : byClass(state.substring(0, 2));
    }
  }

  private static SqlError byClass(String stateClass) {
    switch (stateClass) {
      case "08":
        return CONNECTION;
      case "23":
      case "27":
      case "44":
        return CONSTRAINT;
      case "28":
        return PERMISSION;
      case "40":
        return DEADLOCK;
      case "37":
      case "42":
        return SYNTAX;
      case "53":
      case "54":
      case "58":
        return RESOURCE;
      default:
        return OTHER;
    }
  }

  private static SqlError byType(SQLException e) {
    if (e instanceof SQLTimeoutException) {
      return TIMEOUT;
    }
    if (e instanceof SQLTransactionRollbackException) {
      return DEADLOCK;
    }
    if (e instanceof SQLIntegrityConstraintViolationException) {
      return CONSTRAINT;
    }
    if (e instanceof SQLSyntaxErrorException) {
      return SYNTAX;
    }
    if (e instanceof SQLInvalidAuthorizationSpecException) {
      return PERMISSION;
    }
    boolean connection =
        e instanceof SQLNonTransientConnectionException
            || e instanceof SQLTransientConnectionException
            || e instanceof SQLRecoverableException;
    return connection ? CONNECTION : OTHER;
  }

  private static boolean isAny(int code, int... codes) {
    for (int each : codes) {
      if (code == each) {
        return true;
      }
    }
    return false;
  }
}
