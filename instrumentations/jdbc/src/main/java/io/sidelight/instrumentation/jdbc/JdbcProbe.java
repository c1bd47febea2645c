// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.bootstrap.Pools;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Settings;
import org.jspecify.annotations.Nullable;

/** Counts and times statements. An operation is SQL text, or what {@link #prepare} made of it. */
final class JdbcProbe extends CallProbe {

  private final Meters meters;
  private final QueryFamilies families;
  private final QueryCache<Query> queries;
  private final ErrorCounter errors;

  JdbcProbe(Meters meters, Settings settings) {
    this.meters = meters;
    families = new QueryFamilies(meters, settings);
    errors = new ErrorCounter(meters, "db");
    queries = new QueryCache<>((type, table) -> new Query(families, type, table));
  }

  /** Resolves SQL text, so that executing the prepared statement needs no look-up. */
  @Override
  public @Nullable Object prepare(@Nullable Object sql) {
    return sql instanceof String ? queries.of((String) sql) : null;
  }

  @Override
  public void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    long nanos = System.nanoTime() - startNanos;
    Query query = query(operation);
    query.record(nanos, thrown == null);
    if (query.type() != SqlType.TCL) {
      Requests.statement(); // what ends a transaction says nothing of how many queries it takes
    }
    if (thrown == null) {
      Pools.worked(PoolProbe.DATABASE);
    } else {
      errors.count(thrown);
      // Last: the exception is the driver's, and may answer with another one.
      families.errors.series(query.type().name(), SqlError.of(thrown).label()).add(1);
    }
  }

  private Query query(@Nullable Object operation) {
    if (operation instanceof Query) {
      return (Query) operation;
    }
    // No text: a statement prepared before it could carry any, or an empty batch.
    return operation instanceof String ? queries.of((String) operation) : queries.unknown();
  }

  @Override
  public void failed(Throwable error) {
    meters.error("jdbc", error);
  }
}
