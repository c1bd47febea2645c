// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.core.config.ConfigLoader;
import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthResult;
import io.sidelight.spi.HealthSource;
import io.sidelight.spi.Settings;
import java.io.File;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private long now = 1_000 * SECOND;
  private final Part part = new Part("pool-1");
  private final Parts parts = new Parts("database", part);
  private final List<HealthSource> sources = new ArrayList<>(List.of(parts));
  private final List<String> told = new ArrayList<>();
  private final Queue<Runnable> handedOver = new ArrayDeque<>();

  @Test
  void whatNobodyUsesIsAskedInTheBackground() {
    Checks checks = checks();
    assertThat(checks.components()).isEmpty();

    round(checks);

    assertThat(part.asked).isEqualTo(1);
    Component database = only(checks);
    assertThat(database.status()).isEqualTo(Status.HEALTHY);
    assertThat(database.message()).isEqualTo("1 of 1 reachable");
    assertThat(proof(database).isActive()).isTrue();

    now += 8 * SECOND;
    round(checks);
    assertThat(part.asked).as("not before the interval is over").isEqualTo(1);

    now += 4 * SECOND;
    round(checks);
    assertThat(part.asked).isEqualTo(2);
  }

  @Test
  void whatTheApplicationUsesIsNotAsked() {
    Checks checks = checks();
    part.proved = now;

    round(checks);

    assertThat(part.asked).isZero();
    assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);
    assertThat(proof(only(checks)).isActive()).isFalse();
  }

  @Test
  void itIsAskedThreeTimesBeforeItIsUnhealthy() {
    Checks checks = checks();
    part.failure = new SQLException("connection refused", "08001");

    round(checks);

    assertThat(part.asked).isEqualTo(3);
    assertThat(only(checks).status()).isEqualTo(Status.UNHEALTHY);
    assertThat(only(checks).message())
        .isEqualTo("pool-1: SQLException: connection refused (3 attempts)");
    assertThat(told).containsExactly("down database");
    assertThat(failures(checks)).containsExactly("database connection 1");
  }

  @Test
  void itRecoversWithTheFirstSuccess() {
    Checks checks = checks();
    part.failure = new SQLException("connection refused", "08001");
    round(checks);

    part.failure = null;
    now += 12 * SECOND;
    round(checks);

    assertThat(part.asked).isEqualTo(4);
    assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);
    assertThat(told).containsExactly("down database", "up database");
  }

  @Test
  void itRecoversAtOnceWhenTheApplicationIsServed() {
    Checks checks = checks();
    part.failure = new SQLException("connection refused", "08001");
    round(checks);

    now += SECOND;
    part.proved = now;

    assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);
  }

  @Test
  void aSuccessOfTheApplicationBetweenTwoAttemptsCounts() {
    Checks checks = checks();
    part.failure = new SQLException("broken", "08001");
    part.provedByAsking = true;

    round(checks);

    assertThat(part.asked).isEqualTo(1);
    assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);
  }

  @Test
  void whatHangsIsUnhealthyAndNotAskedAgain() {
    Checks checks = checks();
    part.asking =
        () -> {
          now += 34 * SECOND;
          checks.tick(handedOver::add);
          assertThat(handedOver).as("a look, and no second question").hasSize(1);
          handedOver.remove().run();
          assertThat(part.asked).isEqualTo(1);
          assertThat(only(checks).status()).isEqualTo(Status.UNHEALTHY);
          assertThat(only(checks).message()).isEqualTo("pool-1: check still running for 34 s");
        };

    round(checks);

    assertThat(failures(checks)).contains("database timeout 1");
  }

  @Test
  void whatHangsBecauseOthersWereFasterIsNotDown() {
    Checks checks = checks();
    round(checks);
    now += 12 * SECOND;
    part.asking =
        () -> {
          now += 3 * SECOND;
          part.seen = HealthResult.busy("10 of 10 in use");
          checks.tick(handedOver::add);
          handedOver.remove().run();
          now += 10 * SECOND;
          assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);
          part.seen = HealthResult.degraded("exhausted");
          checks.tick(handedOver::add);
          handedOver.remove().run();
          assertThat(only(checks).status()).isEqualTo(Status.DEGRADED);
          part.asking = () -> {};
        };

    round(checks);

    assertThat(part.asked).isEqualTo(2);
    assertThat(failures(checks)).isEmpty();
  }

  @Test
  void aLateAnswerIsNone() {
    Checks checks = checks();
    part.asking = () -> now += 3 * SECOND;

    round(checks);

    assertThat(only(checks).status()).isEqualTo(Status.UNHEALTHY);
    assertThat(only(checks).message()).isEqualTo("pool-1: timeout after 3000 ms (3 attempts)");
  }

  @Test
  void whatMustNotBeAskedStaysAsItWasAndIsUnknownInTheEnd() {
    Checks checks = checks();
    round(checks);
    part.seen = HealthResult.busy("10 of 10 in use");

    now += 12 * SECOND;
    round(checks);
    assertThat(part.asked).isEqualTo(1);
    assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);

    now += 31 * SECOND;
    assertThat(only(checks).status()).isEqualTo(Status.UNKNOWN);
    assertThat(only(checks).message()).isEqualTo("pool-1: 10 of 10 in use");
  }

  @Test
  void whatIsDownStaysSoWhileItMustNotBeAsked() {
    Checks checks = checks();
    part.failure = new SQLException("gone", "08006");
    round(checks);
    part.seen = HealthResult.degraded("exhausted");

    now += 100 * SECOND;
    round(checks);

    assertThat(only(checks).status()).isEqualTo(Status.UNHEALTHY);
  }

  @Test
  void exhaustionDegradesWhatIsUsed() {
    Checks checks = checks();
    part.proved = now;
    part.seen = HealthResult.degraded("exhausted");

    round(checks);

    assertThat(only(checks).status()).isEqualTo(Status.DEGRADED);
    assertThat(only(checks).message()).isEqualTo("pool-1: exhausted");
  }

  @Test
  void whatWasClosedDisappears() {
    Checks checks = checks();
    round(checks);

    parts.all.clear();
    round(checks);

    assertThat(checks.components()).isEmpty();
  }

  @Test
  void aComponentIsAsItsWorstPart() {
    Part broken = new Part("pool-2");
    broken.failure = new IllegalStateException("no");
    parts.all.add(broken);
    Checks checks = checks();

    round(checks);

    assertThat(only(checks).status()).isEqualTo(Status.UNHEALTHY);
    assertThat(only(checks).parts()).extracting(Finding::status).hasSize(2);
    assertThat(only(checks).message()).startsWith("pool-2: IllegalStateException: no");
  }

  @Test
  void whatIsOptionalOnlyDegradesTheWhole() {
    part.failure = new IllegalStateException("no");
    Checks checks =
        new Checks(settings("health.optional=database"), sources, List.of(), listener(), () -> now);

    round(checks);

    assertThat(only(checks).status()).isEqualTo(Status.UNHEALTHY);
    assertThat(only(checks).effect()).isEqualTo(Status.DEGRADED);
  }

  @Test
  void withoutAThreadItIsTriedLater() {
    Checks checks = checks();

    checks.tick(
        task -> {
          throw new RejectedExecutionException();
        });
    assertThat(only(checks).status()).isEqualTo(Status.UNKNOWN);

    round(checks);
    assertThat(only(checks).status()).isEqualTo(Status.HEALTHY);
  }

  @Test
  void whatSaysTooMuchIsLeftOut() {
    assertThat(message("No suitable driver for jdbc:x://h?password=geheim")).doesNotContain("jdbc");
    assertThat(message("bad password for app")).doesNotContain("app");
    assertThat(message("first\nsecond")).isEqualTo("SQLException: first");
    assertThat(message("x".repeat(1000))).hasSizeLessThan(200);
    assertThat(message(null)).isEqualTo("SQLException");
  }

  @Test
  void theDeepestCauseTellsTheReason() {
    assertThat(reason(new SQLException("t", "S1", new SQLException("r", "08001"))))
        .isEqualTo("connection");
    assertThat(reason(new SQLException("login", "28P01"))).isEqualTo("authentication");
    assertThat(reason(new java.net.SocketTimeoutException())).isEqualTo("timeout");
    assertThat(reason(new IllegalStateException())).isEqualTo("error");
  }

  private static String message(@Nullable String text) {
    return Failure.of(new SQLException(text), 0, 0, 1).message;
  }

  private static String reason(Throwable thrown) {
    return Failure.of(thrown, 0, 0, 1).reason.label();
  }

  private Checks checks() {
    return new Checks(settings(), sources, List.of(), listener(), () -> now);
  }

  private static Settings settings(String... more) {
    List<String> all = new ArrayList<>(List.of("health.retry-delay=0ms"));
    all.addAll(Arrays.asList(more));
    return ConfigLoader.load(
        String.join(",", all), Map.of(), new Properties(), new File("sidelight.jar"));
  }

  /** Hands over what is due, and does it. */
  private void round(Checks checks) {
    checks.tick(handedOver::add);
    for (Runnable task = handedOver.poll(); task != null; task = handedOver.poll()) {
      task.run();
    }
    checks.tick(handedOver::add);
  }

  private static Component only(Checks checks) {
    assertThat(checks.components()).hasSize(1);
    return checks.components().get(0);
  }

  private static Proof proof(Component component) {
    return Objects.requireNonNull(component.decisive().proof());
  }

  private static List<String> failures(Checks checks) {
    List<String> all = new ArrayList<>();
    checks.failures((component, reason, count) -> all.add(component + " " + reason + " " + count));
    return all;
  }

  private Checks.Listener listener() {
    return new Checks.Listener() {
      @Override
      public void down(Component component) {
        told.add("down " + component.name());
      }

      @Override
      public void up(Component component) {
        told.add("up " + component.name());
      }

      @Override
      public void error(Throwable error) {
        throw new AssertionError(error);
      }
    };
  }

  private static final class Parts implements HealthSource {
    final List<HealthCheck> all = new ArrayList<>();
    private final String component;

    Parts(String component, HealthCheck... parts) {
      this.component = component;
      all.addAll(List.of(parts));
    }

    @Override
    public String component() {
      return component;
    }

    @Override
    public List<HealthCheck> checks() {
      return List.copyOf(all);
    }
  }

  private final class Part extends HealthCheck {
    private final String name;
    int asked;
    long proved;
    boolean provedByAsking;
    @Nullable Exception failure;
    Runnable asking = () -> {};
    HealthResult seen = HealthResult.healthy();

    Part(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long provedNanos() {
      return proved;
    }

    @Override
    public HealthResult look() {
      return seen;
    }

    @Override
    public HealthResult ask(long timeoutNanos) throws Exception {
      asked++;
      now++;
      asking.run();
      if (provedByAsking) {
        proved = now;
      }
      if (failure != null) {
        throw failure;
      }
      return HealthResult.healthy();
    }
  }
}
