// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** How the names of look-ups in Redis are bounded and configured. */
class KeyPrefixesTest {

  @OnEveryJdk
  void namesAreCappedAndTotalsExact(Jdk jdk) throws IOException {
    Scrape scrape = prefixes(jdk);

    assertThat(scrape.sum("cache_misses_total", "type", "redis")).isEqualTo(20_000);
    assertThat(scrape.value("cache_misses_total", "name", "x")).isEqualTo(10_000);
    assertThat(scrape.labels("cache_misses_total", "name")).hasSize(101).contains("other");
    assertThat(scrape.sum("cache_hits_total", "type", "redis")).isZero();
    assertThat(scrape.text()).doesNotContain("canary");
  }

  @OnEveryJdk
  void aNameMayHaveSeveralParts(Jdk jdk) throws IOException {
    Scrape scrape = prefixes(jdk, "cache.redis.parts=2", "cache.max-names=10");

    assertThat(scrape.sum("cache_misses_total", "type", "redis")).isEqualTo(20_000);
    assertThat(scrape.labels("cache_misses_total", "name")).hasSize(11).contains("other", "x:p");
  }

  @OnEveryJdk
  void separatorsAreConfigurable(Jdk jdk) throws IOException {
    Scrape scrape = prefixes(jdk, "cache.redis.separators=/|");

    assertThat(scrape.value("cache_misses_total", "name", "none")).isEqualTo(20_000);
  }

  @OnEveryJdk
  void readsAreNotCountedWhereTheyAreSwitchedOff(Jdk jdk) throws IOException {
    assertThat(prefixes(jdk, "cache.redis.enabled=false").text()).doesNotContain("cache_misses");
    assertThat(prefixes(jdk, "instrument.cache=false").text()).doesNotContain("cache_misses");
  }

  private static Scrape prefixes(Jdk jdk, String... options) throws IOException {
    RedisServer redis = RedisServer.newRedisServer().port(freePort()).build();
    redis.start();
    String port = String.valueOf(redis.ports().get(0));
    try (VictimProcess victim =
        Victim.main("io.sidelight.it.apps.jedis4.Main")
            .on(jdk)
            .app("plain")
            .app("jedis4", "jedis-latest")
            .agent(options)
            .args(port, port)
            .start()) {
      victim.awaitLine("ready");
      victim.send("prefixes 1");
      victim.awaitLine("done prefixes 1");
      return victim.scrape();
    } finally {
      redis.stop();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
