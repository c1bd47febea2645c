// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static io.sidelight.core.config.Key.choice;
import static io.sidelight.core.config.Key.flag;
import static io.sidelight.core.config.Key.number;
import static io.sidelight.core.config.Key.typed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of all keys: the one place that says which there are. Immutable. */
public final class Keys {

  /** Names the configuration file; only outside of one. */
  static final String CONFIG = "config";

  static final String SERVICE_NAME = "service.name";
  static final String SERVICE_VERSION = "service.version";
  static final String ENVIRONMENT = "environment";
  static final String PORT = "port";
  static final String BIND = "bind";

  private static final String HEALTH_AND_SCRAPES =
      "/actuator/health,/actuator/health/**,/actuator/prometheus,/metrics,/health,/health/**,"
          + "/healthz,/livez,/readyz";

  private final List<Key> all;
  private final Map<String, Key> byForm;

  Keys(Key... keys) {
    all = Collections.unmodifiableList(Arrays.asList(keys));
    byForm = new HashMap<>(keys.length * 2);
    for (Key key : keys) {
      byForm.put(Names.form(key.name()), key);
    }
  }

  /** The keys of Sidelight, in the order in which they are explained. */
  public static Keys standard() {
    return new Keys(
        flag("enabled", true, "Whether Sidelight does anything at all"),
        flag("strict", false, "Whether a problem in the configuration stops the JVM (for CI)"),
        typed(CONFIG, ValueType.FILE, "", "The configuration file, .properties or .json"),
        typed(SERVICE_NAME, ValueType.TEXT, "", "Name of the application (else from command line)"),
        typed(SERVICE_VERSION, ValueType.TEXT, "", "Version of the application"),
        typed(ENVIRONMENT, ValueType.TEXT, "", "Where it runs, e.g. production"),
        typed(PORT, ValueType.PORT, "9464", "Port of /metrics and /health; 0 takes a free one"),
        typed(BIND, ValueType.ADDRESS, "0.0.0.0", "Address to listen on"),
        flag("port.fallback", false, "Whether a busy port makes Sidelight try the next nine"),
        typed("port-file", ValueType.FILE, "", "File that the port in use is written to"),
        number("metrics.max-series", 20_000, 100, 1_000_000, "Most series of all metrics together"),
        typed("metrics.common-labels", ValueType.LABELS, "", "Labels that every metric gets"),
        typed(
            "metrics.endpoint-label",
            ValueType.TEXT,
            "endpoint",
            "Name of the label endpoint, which Prometheus Operator also uses"),
        typed("metrics.buckets.http", ValueType.BUCKETS, "", buckets("HTTP requests")),
        typed("metrics.buckets.db", ValueType.BUCKETS, "", buckets("database queries")),
        typed(
            "metrics.buckets.http-size",
            ValueType.BUCKETS,
            "",
            "Upper bounds of the size of HTTP requests and responses, in bytes (else built in)"),
        typed(
            "metrics.buckets.queries-per-request",
            ValueType.BUCKETS,
            "",
            "Upper bounds of the number of database queries of a request (else built in)"),
        typed(
            "metrics.buckets.result-rows",
            ValueType.BUCKETS,
            "",
            "Upper bounds of the number of rows of a query result (else built in)"),
        typed("metrics.buckets.pool", ValueType.BUCKETS, "", buckets("database pools")),
        typed("metrics.buckets.redis", ValueType.BUCKETS, "", buckets("Redis commands")),
        typed(
            "metrics.buckets.business",
            ValueType.BUCKETS,
            "",
            buckets("annotated methods and timers by hand")),
        number("http.max-endpoints", 200, 1, 10_000, "Most values of the label endpoint"),
        typed("http.ignore", ValueType.PATHS, HEALTH_AND_SCRAPES, "Paths that are not measured"),
        typed(
            "http.slow-threshold",
            ValueType.DURATION,
            "500ms",
            "Requests that take so long or longer count as slow"),
        flag("http.request-size", false, "Whether the sizes of request bodies are measured"),
        typed(
            "auth.api-key-header",
            ValueType.TEXT,
            "",
            "Header that carries API keys: refused requests are counted by it"),
        typed(
            "auth.api-key-paths",
            ValueType.PATHS,
            "",
            "Paths that need an API key: requests without one are counted there only"),
        flag("auth.active-users", true, "Whether users are counted, by what is left of a hash"),
        number("db.max-tables", 100, 1, 10_000, "Most values of the label table"),
        typed(
            "db.slow-threshold",
            ValueType.DURATION,
            "1s",
            "Queries that take so long or longer count as slow"),
        number("db.max-pools", 32, 1, 1_000, "Most values of the label pool"),
        typed(
            "db.leak-threshold",
            ValueType.DURATION,
            "60s",
            "Connections that are held for so long or longer count as held long"),
        flag("db.leak-stack", false, "Whether to log who borrowed a connection that is held long"),
        number("cache.max-names", 100, 1, 10_000, "Most values of the label name of caches"),
        flag(
            "cache.redis.enabled", true, "Whether reads of Redis keys count as look-ups in caches"),
        typed(
            "cache.redis.separators",
            ValueType.TEXT,
            ":",
            "Characters that end a part of a Redis key"),
        number("cache.redis.parts", 1, 1, 4, "Parts of a Redis key that make a cache's name"),
        number(
            "custom.max-metrics",
            100,
            1,
            10_000,
            "Most metrics that the application makes by hand"),
        number("custom.max-values", 100, 1, 10_000, "Most values of each label of such a metric"),
        flag("instrument.servlet", true, "Whether HTTP requests are measured"),
        flag("instrument.jdbc", true, "Whether database queries are measured"),
        flag("instrument.result-rows", false, "Whether the rows of query results are counted"),
        flag("instrument.pools", true, "Whether pools of database connections are measured"),
        flag("instrument.redis", true, "Whether Redis commands are measured"),
        flag("instrument.cache", true, "Whether caches are measured"),
        flag("instrument.business", true, "Whether annotated methods are measured"),
        flag("instrument.auth", true, "Whether log-ins are counted"),
        flag("instrument.jwt", true, "Whether JSON Web Tokens are counted"),
        typed(
            "business.methods",
            ValueType.METHODS,
            "",
            "Methods that are measured without an annotation"),
        typed(
            "business.packages",
            ValueType.CLASSES,
            "",
            "Packages, with those below, whose methods are all measured"),
        typed(
            "business.annotations",
            ValueType.ANNOTATIONS,
            "sidelight,micrometer,microprofile,dropwizard,opentelemetry",
            "Whose annotations methods are measured for; also class names of annotations"),
        flag(
            "instrument.custom",
            true,
            "Whether metrics that the application makes by hand are kept"),
        flag("instrument.health", true, "Whether methods annotated @HealthCheck are asked"),
        typed("instrument.include", ValueType.CLASSES, "", "Classes woven though excluded below"),
        typed("instrument.exclude", ValueType.CLASSES, "", "Classes never woven"),
        flag(
            "health.active",
            true,
            "Whether connections that nobody uses are asked; else only what is seen counts"),
        typed(
            "health.interval",
            ValueType.DURATION,
            "10s",
            "How long the health of something is taken as known"),
        typed("health.timeout", ValueType.DURATION, "2s", "How long an answer may take"),
        number("health.attempts", 3, 1, 10, "How often something is asked before it is unhealthy"),
        typed("health.retry-delay", ValueType.DURATION, "1s", "Pause between these attempts"),
        typed(
            "health.optional",
            ValueType.NAMES,
            "",
            "Components that make /health degraded at worst, not unhealthy"),
        typed(
            "health.readiness.include",
            ValueType.NAMES,
            "",
            "Components that make the application not ready while they are unhealthy"),
        typed(
            "health.readiness.port",
            ValueType.PORT,
            "0",
            "Port of the application that must accept connections for it to be ready; 0 for none"),
        typed(
            "health.readiness.http",
            ValueType.URL,
            "",
            "Address of the application that must answer for it to be ready"),
        choice(
            "health.liveness.fail-on",
            "none",
            "What makes the application look dead; a deadlock must last for a minute",
            "none",
            "deadlock"),
        typed("health.http", ValueType.URLS, "", "Addresses that are asked as checks, by name"),
        typed(
            "health.database.query",
            ValueType.TEXT,
            "",
            "Query that databases are asked with (else what their driver has for that)"),
        typed(
            "health.disk.paths",
            ValueType.FILES,
            "",
            "Paths on the file systems that are looked at (else where it was started)"),
        number(
            "health.disk.min-free", 10, 1, 99, "Per cent that must be free on these file systems"),
        choice(
            "health.show-details",
            "auto",
            "Who sees reasons and host in /health; auto: callers on this machine",
            "auto",
            "always",
            "never"),
        choice("log.level", "info", "How much Sidelight says", "error", "warn", "info", "debug"),
        choice("log.format", "text", "Lines for people, or one JSON object a line", "text", "json"),
        typed("log.file", ValueType.FILE, "", "File that lines are appended to instead"),
        choice(
            "log.target",
            "stderr",
            "Where lines go without a file; none drops them",
            "stderr",
            "none"));
  }

  private static String buckets(String what) {
    return "Upper bounds of the duration of " + what + ", in seconds (else built in)";
  }

  /** All keys. */
  public List<Key> all() {
    return all;
  }

  /** The names of all keys. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Key key : all) {
      names.add(key.name());
    }
    return names;
  }

  /** The key that {@code name} means, in whatever case and with whatever separators. */
  public @Nullable Key find(String name) {
    return byForm.get(Names.form(name));
  }

  /** The key of exactly that name. */
  Key exactly(String name) {
    Key key = find(name);
    if (key == null || !key.name().equals(name)) {
      throw new IllegalArgumentException("no configuration key is called " + name);
    }
    return key;
  }

  /**
   * Where the name of a part begins, if {@code name} is that of a key of named parts with one
   * part's name after it, as in {@code metrics.common-labels.application}; else -1.
   */
  int partIn(String name) {
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      Key key = find(name.substring(0, dot));
      if (key != null && key.type().isMap()) {
        return dot + 1;
      }
    }
    return -1;
  }
}
