// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.calls;

import static io.sidelight.overhead.jvm.Variant.NONE;
import static io.sidelight.overhead.jvm.Variant.SIDELIGHT;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.Plan;
import io.sidelight.overhead.Section;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.result.Results;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What single calls cost, by JMH: the same benchmark in a JVM without agent, with Sidelight, and
 * with the peer, which takes part in the first round only. At most three rounds, however many are
 * asked for: there are many benchmarks, and bytes hardly vary. A benchmark fails if the agent did
 * not count exactly the calls that it made.
 *
 * <p>Each of these ends in {@code .nanoseconds}, the average time of an operation in each thread,
 * and in {@code .bytes}, what all threads of the JVM allocated for one operation:
 *
 * <ul>
 *   <li>{@code call.servlet-request.1-thread}: a request through Tomcat, with a client in memory
 *   <li>{@code call.jdbc-statement.1-thread}: a query as text, H2 in memory
 *   <li>{@code call.jdbc-prepared.1-thread}: the same, prepared once
 *   <li>{@code call.jdbc-pooled.1-thread}: the same with a connection of HikariCP, prepared, both
 *       closed
 *   <li>{@code call.jedis-memory.1-thread}: a GET of Jedis with a server in memory
 *   <li>{@code call.jedis-server.1-thread}: the same with Redis
 *   <li>{@code call.lettuce-sync.1-thread}: a GET of Lettuce with Redis, awaited
 *   <li>{@code call.lettuce-async.1-thread}: the same, one of a hundred that are awaited together
 * </ul>
 *
 * <p>The compiler leaves out some of what a library allocates for a short time, and an agent
 * changes which, without allocating anything: what the compiler can prove of code that a library
 * shares with the whole JVM, such as an iterator, depends on who else has run it. So there is also,
 * once, without agent and with Sidelight, {@code call.servlet-request.unoptimized.bytes} and so on
 * for all of these: the same in a JVM that leaves nothing out ({@code -XX:-DoEscapeAnalysis}).
 *
 * <p>Only without agent and with Sidelight:
 *
 * <ul>
 *   <li>{@code call.caffeine-get.1-thread}: a look-up in a cache of Caffeine that finds a value
 *   <li>{@code call.caffeine-get-or-load.1-thread}: the same with a loader that is not needed
 *   <li>{@code call.annotated-plain.1-thread}: a method that does nearly nothing
 *   <li>{@code call.annotated-timed.1-thread}: the same with {@code @Timed}
 *   <li>{@code call.annotated-counted.1-thread}: the same with {@code @Counted}
 *   <li>{@code call.custom-counter.1-thread}: a counter made by hand, with its series kept
 *   <li>{@code call.custom-timer.1-thread}: a timer made by hand, told a duration
 *   <li>{@code call.servlet-request.all-cores}, {@code call.jdbc-prepared.all-cores}, {@code
 *       call.jedis-memory.all-cores}, {@code call.caffeine-get.all-cores}, {@code
 *       call.annotated-timed.all-cores}: as above, in as many threads as there are processors
 *   <li>{@code call.virtual-thread-1-call}, {@code call.virtual-thread-100-calls}: a virtual thread
 *       that calls a {@code @Timed} method so often and ends, one of ten thousand; missing without
 *       a JDK 25
 * </ul>
 *
 * <p>Only without agent, in 1, 2, 4 and 8 threads (e.g. {@code recorder.timer.sidelight.4-threads},
 * {@code recorder.timer.sidelight.1-thread}), which record to one series; together they record
 * {@code threads / nanoseconds} times in a nanosecond:
 *
 * <ul>
 *   <li>{@code recorder.timer.sidelight}, {@code recorder.counter.sidelight}: Sidelight's series
 *   <li>{@code recorder.timer.library}, {@code recorder.counter.library}: those of the Prometheus
 *       library
 *   <li>{@code recorder.timer.library-lookup}, {@code recorder.counter.library-lookup}: the same,
 *       looked up by its labels each time
 * </ul>
 */
public final class CallsSection implements Section {

  private static final int MOST_ROUNDS = 3;

  private static final Call SERVLET = Call.request("servlet-request", "ServletRequest.get");
  private static final Call PREPARED = Call.query("jdbc-prepared", "JdbcPreparedQuery.query");
  private static final Call JEDIS = Call.get("jedis-memory", "JedisGet.get");
  private static final Call TIMED = Call.timed("annotated-timed", "AnnotatedMethod.timed", 1);

  private static final List<Call> LIBRARIES =
      List.of(
          SERVLET,
          Call.query("jdbc-statement", "JdbcQuery.query"),
          PREPARED,
          Call.query("jdbc-pooled", "JdbcPooledQuery.query"),
          JEDIS,
          Call.get("jedis-server", "JedisGetServer.get"),
          Call.get("lettuce-sync", "LettuceGet.sync"),
          Call.get("lettuce-async", "LettuceGet.async"));

  private static final List<Call> METHODS =
      List.of(
          Call.plain("annotated-plain", "AnnotatedMethod.plain"),
          TIMED,
          Call.counted("annotated-counted", "AnnotatedMethod.counted"),
          Call.custom("custom-counter", "CustomMetric.count", "custom_calls_total kept"),
          Call.custom("custom-timer", "CustomMetric.time", "custom_time_seconds_count "));

  private static final Call CAFFEINE = Call.hit("caffeine-get", "CaffeineGet.getIfPresent");

  private static final List<Call> CACHES =
      List.of(CAFFEINE, Call.hit("caffeine-get-or-load", "CaffeineGet.getOrLoad"));

  private static final List<Call> ON_ALL_CORES = List.of(SERVLET, PREPARED, JEDIS, CAFFEINE, TIMED);

  private static final List<Call> VIRTUAL_THREADS =
      List.of(
          Call.timed("virtual-thread-1-call", "VirtualThreads.once", 1),
          Call.timed("virtual-thread-100-calls", "VirtualThreads.often", 100));

  private static final List<Call> RECORDERS =
      List.of(
          Call.plain("timer.sidelight", "Recorder.timer"),
          Call.plain("timer.library", "Recorder.libraryTimer"),
          Call.plain("timer.library-lookup", "Recorder.libraryTimerLookup"),
          Call.plain("counter.sidelight", "Recorder.counter"),
          Call.plain("counter.library", "Recorder.libraryCounter"),
          Call.plain("counter.library-lookup", "Recorder.libraryCounterLookup"));

  private static final List<Variant> WITHOUT_PEER = List.of(NONE, SIDELIGHT);

  /** For the command line. */
  public CallsSection() {}

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public void measure(Plan plan, Results results) {
    int cores = Runtime.getRuntime().availableProcessors();
    @Nullable Path java25 = Layout.java25();
    if (java25 == null) {
      System.out.println("overhead: no JDK 25, so nothing of virtual threads");
    }
    for (int round = 1; round <= Math.min(plan.rounds(), MOST_ROUNDS); round++) {
      JmhRun thorough = JmhRun.of(round, plan.quick() ? 1 : 6, results);
      JmhRun brief = JmhRun.of(round, plan.quick() ? 1 : 3, results);
      for (Call call : LIBRARIES) {
        List<Variant> variants = round == 1 ? Variant.COMPARED : WITHOUT_PEER;
        thorough.measure("call." + call.id() + ".1-thread", call, 1, variants);
      }
      if (round == 1) {
        for (Call call : LIBRARIES) {
          brief.measureUnoptimized("call." + call.id() + ".unoptimized", call, WITHOUT_PEER);
        }
      }
      for (Call call : CACHES) {
        thorough.measure("call." + call.id() + ".1-thread", call, 1, WITHOUT_PEER);
      }
      for (Call call : METHODS) {
        brief.measure("call." + call.id() + ".1-thread", call, 1, WITHOUT_PEER);
      }
      for (Call call : ON_ALL_CORES) {
        thorough.measure("call." + call.id() + ".all-cores", call, cores, WITHOUT_PEER);
      }
      if (java25 != null) {
        JmhRun virtual = thorough.on(java25);
        for (Call call : VIRTUAL_THREADS) {
          virtual.measure("call." + call.id(), call, 1, WITHOUT_PEER);
        }
      }
      for (Call call : RECORDERS) {
        for (int threads = 1; threads <= 8; threads *= 2) {
          String suffix = threads == 1 ? ".1-thread" : "." + threads + "-threads";
          brief.measure("recorder." + call.id() + suffix, call, threads, List.of(NONE));
        }
      }
    }
  }
}
