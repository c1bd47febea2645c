// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What environment variables and system properties say. */
final class Environment {

  private static final String VARIABLES = "SIDELIGHT_";

  /** Set by the agent itself, so that a second copy notices the first. */
  private static final String LOADED = "sidelight.loaded";

  private Environment() {}

  /** The variables {@code SIDELIGHT_*}, without those that Kubernetes makes up. */
  static List<Setting> variables(Map<String, String> environment) {
    List<Setting> settings = new ArrayList<>();
    for (String name : sorted(environment.keySet(), VARIABLES)) {
      String text = environment.get(name);
      String rest = name.substring(VARIABLES.length());
      if (text != null && !rest.isEmpty() && !isOfKubernetes(rest, text)) {
        settings.add(new Setting(rest, text, "env " + name, true));
      }
    }
    return settings;
  }

  /** The system properties {@code sidelight.*}. */
  static List<Setting> properties(Properties properties) {
    List<Setting> settings = new ArrayList<>();
    for (String name : sorted(properties.stringPropertyNames(), Names.PREFIX)) {
      String text = properties.getProperty(name);
      if (text != null && !name.equals(LOADED)) {
        settings.add(new Setting(name.substring(Names.PREFIX.length()), text, "-D" + name));
      }
    }
    return settings;
  }

  /** Variables of OpenTelemetry that say what Sidelight also wants to know. */
  static List<Setting> aliases(Map<String, String> environment) {
    List<Setting> settings = new ArrayList<>();
    String attributes = environment.get("OTEL_RESOURCE_ATTRIBUTES");
    if (attributes != null) {
      for (String attribute : Values.split(attributes)) {
        int equals = attribute.indexOf('=');
        String key = equals < 0 ? null : key(attribute.substring(0, equals).trim());
        if (key != null) {
          String text = decoded(attribute.substring(equals + 1).trim());
          settings.add(new Setting(key, text, "env OTEL_RESOURCE_ATTRIBUTES"));
        }
      }
    }
    String name = environment.get("OTEL_SERVICE_NAME");
    if (name != null) {
      settings.add(new Setting(Keys.SERVICE_NAME, name, "env OTEL_SERVICE_NAME"));
    }
    return settings;
  }

  private static @Nullable String key(String attribute) {
    switch (attribute) {
      case "service.name":
        return Keys.SERVICE_NAME;
      case "service.version":
        return Keys.SERVICE_VERSION;
      case "deployment.environment":
      case "deployment.environment.name":
        return Keys.ENVIRONMENT;
      default:
        return null;
    }
  }

  /** Undoes percent encoding of ASCII, which is what separators need. */
  private static String decoded(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int high = digit(text, i + 1);
      int low = digit(text, i + 2);
      if (text.charAt(i) == '%' && high >= 0 && high < 8 && low >= 0) {
        decoded.append((char) (high * 16 + low));
        i += 2;
      } else {
        decoded.append(text.charAt(i));
      }
    }
    return decoded.toString();
  }

  private static int digit(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }

  /**
   * Whether Kubernetes set the variable, as it does for each service of the namespace: one called
   * {@code sidelight} or {@code sidelight-metrics} must not look like a mistake.
   */
  private static boolean isOfKubernetes(String rest, String text) {
    if (text.startsWith("tcp://") || text.startsWith("udp://") || text.startsWith("sctp://")) {
      return true;
    }
    String name = "_" + rest + "_";
    return name.endsWith("_SERVICE_HOST_")
        || name.contains("_SERVICE_PORT_")
        || isPortOfService(name, "_TCP_")
        || isPortOfService(name, "_UDP_")
        || isPortOfService(name, "_SCTP_");
  }

  /** Whether {@code name} has a part such as {@code _PORT_9464_TCP_}. */
  private static boolean isPortOfService(String name, String protocol) {
    int end = name.indexOf(protocol);
    int start = end;
    while (start > 0 && name.charAt(start - 1) >= '0' && name.charAt(start - 1) <= '9') {
      start--;
    }
    return start < end && name.substring(0, start).endsWith("_PORT_");
  }

  private static List<String> sorted(Iterable<String> names, String prefix) {
    List<String> sorted = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        sorted.add(name);
      }
    }
    Collections.sort(sorted);
    return sorted;
  }
}
