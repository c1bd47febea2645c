// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one benchmark in one JVM of its own and writes two lines to standard output, {@code
 * nanoseconds N} and {@code bytes N}: the average time of an operation in each thread, and what all
 * threads of the JVM allocated for one operation. What Sidelight logs goes to standard error. If it
 * fails, writes what JMH said to standard error and ends with an exit code.
 */
public final class RunOne {

  private static final TimeValue ITERATION = TimeValue.milliseconds(500);

  private RunOne() {}

  /**
   * Runs it.
   *
   * @param args class and method of the benchmark, e.g. {@code JdbcQuery.query}; the number of
   *     threads; how many half seconds it warms up; how many it is measured; what {@link CallCheck}
   *     takes, empty for no check; then the options of the JVM
   */
  public static void main(String[] args) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(RunOne.class.getPackageName() + "." + args[0]) + "$")
            .threads(Integer.parseInt(args[1]))
            .warmupIterations(Integer.parseInt(args[2]))
            .warmupTime(ITERATION)
            .measurementIterations(Integer.parseInt(args[3]))
            .measurementTime(ITERATION)
            .forks(1)
            .jvmArgs(Arrays.copyOfRange(args, 5, args.length))
            .shouldFailOnError(true);
    if (!args[4].isEmpty()) {
      // First, so that its scrapes happen outside of what the other one counts.
      options.addProfiler(CallCheck.class, args[4]);
    }
    options.addProfiler(GCProfiler.class);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      RunResult result =
          new Runner(
                  options.build(),
                  OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL))
              .runSingle();
      String log = said.toString(StandardCharsets.UTF_8);
      log.lines().filter(line -> line.contains("sidelight: ")).forEach(System.err::println);
      System.out.println("nanoseconds " + result.getPrimaryResult().getScore());
      System.out.println("bytes " + bytes(result.getSecondaryResults()));
    } catch (RunnerException e) {
      System.err.println(said.toString(StandardCharsets.UTF_8));
      e.printStackTrace();
      System.exit(1);
    }
  }

  @SuppressWarnings("rawtypes") // as JMH has it
  private static double bytes(Map<String, Result> results) {
    Result rate = results.get("gc.alloc.rate");
    if (rate == null || Double.isNaN(rate.getScore())) {
      throw new IllegalStateException("this JVM does not say what it allocates");
    }
    Result perOperation = results.get("gc.alloc.rate.norm"); // left out if nothing was
    return perOperation == null ? 0 : perOperation.getScore();
  }
}
