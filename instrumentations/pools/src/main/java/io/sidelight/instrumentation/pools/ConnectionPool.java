// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.spi.WatchedObjects;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One pool, from opening to closing. Safe for many threads. */
final class ConnectionPool extends PoolProbe.Lender implements WatchedObjects.Watched {

  private final ConnectionPools pools;
  private final PoolReader reader;
  private final boolean tracesBorrowers;

  /** Where the library does not tell how many threads wait: how many are about to get one. */
  private final @Nullable LongAdder waiting;

  private final Queue<WeakReference<PoolProbe.Lease>> leases = new ConcurrentLinkedQueue<>();
  private volatile PoolSeries series = PoolSeries.NONE;
  private final Queue<WeakReference<Object>> shared = new ConcurrentLinkedQueue<>();
  private volatile boolean open = true;

  private volatile boolean asked;

  /** What it is a pool for, e.g. PostgreSQL; null while that is not known. */
  private volatile @Nullable String product;

  ConnectionPool(ConnectionPools pools, PoolReader reader, boolean tracesBorrowers) {
    super(reader.kind());
    this.pools = pools;
    this.reader = reader;
    this.tracesBorrowers = tracesBorrowers;
    waiting = reader.tells(PoolValue.PENDING) ? null : new LongAdder();
  }

  boolean has(PoolMetrics naming) {
    return reader.namings().contains(naming);
  }

  String name() {
    return series.name;
  }

  @Override
  public void named(String name) {
    series = pools.series(name, reader);
  }

  /** Whether the application has used it, with success or not: then it is complete. */
  boolean isUsed() {
    return asked || workedNanos() != 0;
  }

  @Nullable String product() {
    return product;
  }

  void product(@Nullable String name) {
    product = name;
  }

  /** As {@link PoolProbe} has it. */
  int kind() {
    return reader.kind();
  }

  @Override
  protected boolean isOpen() {
    return open;
  }

  @Override
  protected void close() {
    open = false;
    pools.close(this);
  }

  @Override
  protected void waiting(boolean begins) {
    if (waiting != null) {
      waiting.add(begins ? 1 : -1);
    }
  }

  @Override
  protected void acquired(long nanos, @Nullable Throwable thrown) {
    if (!asked) {
      asked = true;
    }
    if (thrown == null) {
      series.acquired(nanos);
    } else if (reader.isTimeout(thrown)) {
      series.timedOut();
    }
  }

  @Override
  protected void created(long nanos) {
    series.created(nanos);
  }

  @Override
  protected void used(long nanos) {
    series.used(nanos);
  }

  @Override
  protected void shares(Object connection) {
    List<Object> ignored = living(shared); // forgets those that are gone
    shared.add(new WeakReference<>(connection));
  }

  /** The connections that threads share. */
  List<Object> shared() {
    return living(shared);
  }

  @Override
  protected PoolProbe.Lease lease() {
    List<PoolProbe.Lease> ignored = leases(); // forgets those of connections that are gone
    PoolProbe.Lease lease = new PoolProbe.Lease(this, tracesBorrowers);
    leases.add(new WeakReference<>(lease));
    return lease;
  }

  /**
   * The present value, made of what is known here where the library does not tell it.
   *
   * @return {@code NaN} if the pool cannot tell now
   * @throws ReflectiveOperationException if it could not be asked
   */
  double value(PoolValue value, Object source) throws ReflectiveOperationException {
    if (reader.tells(value) || !reader.lends()) {
      return reader.value(value, source);
    }
    switch (value) {
      case PENDING:
        return waiting == null ? Double.NaN : waiting.sum();
      case ACTIVE:
        return lent();
      case IDLE:
        return Math.max(0, value(PoolValue.TOTAL, source) - lent());
      case TOTAL:
        return value(PoolValue.ACTIVE, source) + value(PoolValue.IDLE, source);
      default:
        return Double.NaN;
    }
  }

  /** Of the connections that live. */
  List<PoolProbe.Lease> leases() {
    return living(leases);
  }

  private static <T> List<T> living(Queue<WeakReference<T>> references) {
    List<T> living = new ArrayList<>();
    for (Iterator<WeakReference<T>> all = references.iterator(); all.hasNext(); ) {
      T each = all.next().get();
      if (each == null) {
        all.remove();
      } else {
        living.add(each);
      }
    }
    return living;
  }

  private int lent() {
    int count = 0;
    for (PoolProbe.Lease lease : leases()) {
      if (lease.since() != 0) {
        count++;
      }
    }
    return count;
  }
}
