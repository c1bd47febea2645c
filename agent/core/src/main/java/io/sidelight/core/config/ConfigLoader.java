// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the configuration together. Later sources win: defaults, variables of OpenTelemetry, the
 * file, {@code SIDELIGHT_*} variables, {@code -Dsidelight.*} properties, the agent's arguments. A
 * value that is not valid counts as not set. Whatever it is given, it does not throw.
 */
public final class ConfigLoader {

  private final Keys keys;
  private final Map<String, String> environment;
  private final Problems problems = new Problems();
  private final Map<String, Config.Value> values = new HashMap<>();

  private ConfigLoader(Keys keys, Map<String, String> environment) {
    this.keys = keys;
    this.environment = environment;
  }

  /**
   * Loads the configuration.
   *
   * @param agentArguments what follows the equals sign of {@code -javaagent}; null if nothing does
   * @param agentJar the agent's own JAR, next to which a file is looked for; null to look nowhere
   */
  public static Config load(
      @Nullable String agentArguments,
      Map<String, String> environment,
      Properties systemProperties,
      @Nullable File agentJar) {
    return load(Keys.standard(), agentArguments, environment, systemProperties, agentJar);
  }

  static Config load(
      Keys keys,
      @Nullable String agentArguments,
      Map<String, String> environment,
      Properties systemProperties,
      @Nullable File agentJar) {
    ConfigLoader loader = new ConfigLoader(keys, environment);
    List<Setting> arguments =
        agentArguments == null
            ? Collections.<Setting>emptyList()
            : AgentArguments.parse(agentArguments, loader.problems);
    List<Setting> properties = Environment.properties(systemProperties);
    List<Setting> variables = Environment.variables(environment);

    loader.applyCommandLine(systemProperties.getProperty("sun.java.command"));
    loader.applyAliases(Environment.aliases(environment));
    loader.applyFile(loader.file(arguments, properties, variables), agentJar);
    loader.apply(variables);
    loader.apply(NamedParts.joined(keys, properties));
    loader.apply(NamedParts.joined(keys, arguments));
    return loader.config();
  }

  /** Loads one file alone, to check it. */
  public static Config loadFile(File file, Map<String, String> environment) {
    ConfigLoader loader = new ConfigLoader(Keys.standard(), environment);
    loader.applyFile(file.getPath(), null);
    return loader.config();
  }

  private Config config() {
    return new Config(keys, values, problems.lines(values));
  }

  private void applyCommandLine(@Nullable String command) {
    String name = command == null ? "" : CommandLine.serviceName(command);
    Key key = keys.find(Keys.SERVICE_NAME);
    if (key != null && !name.isEmpty() && Values.problem(key, name) == null) {
      values.put(Keys.SERVICE_NAME, new Config.Value(name, "command line"));
    }
  }

  /** Problems with these are for OpenTelemetry to tell. */
  private void applyAliases(List<Setting> aliases) {
    for (Setting alias : aliases) {
      Key key = keys.find(alias.name);
      if (key != null && !alias.text.isEmpty() && Values.problem(key, alias.text) == null) {
        values.put(key.name(), new Config.Value(alias.text, alias.source));
      }
    }
  }

  private void applyFile(@Nullable String path, @Nullable File agentJar) {
    File file = path == null ? ConfigFile.nextTo(agentJar, problems) : new File(path);
    if (file != null) {
      List<Setting> settings = new ArrayList<>();
      for (Setting setting : ConfigFile.read(file, problems)) {
        if (isKey(setting, Keys.CONFIG)) {
          problems.add("config cannot be set in a file", setting.source);
        } else {
          settings.add(setting);
        }
      }
      apply(NamedParts.joined(keys, settings));
    }
  }

  private @Nullable String file(
      List<Setting> arguments, List<Setting> properties, List<Setting> variables) {
    String path = last(arguments);
    if (path == null) {
      path = last(properties);
    }
    if (path == null) {
      path = last(variables);
    }
    return path;
  }

  private @Nullable String last(List<Setting> settings) {
    String path = null;
    for (Setting setting : settings) {
      if (isKey(setting, Keys.CONFIG)) {
        // What is wrong with it is told when it is applied.
        String text = resolve(setting.text, new ArrayList<String>());
        path = text.isEmpty() ? null : text;
      }
    }
    return path;
  }

  private boolean isKey(Setting setting, String name) {
    Key key = keys.find(setting.name);
    return key != null && key.name().equals(name);
  }

  private void apply(List<Setting> settings) {
    Set<String> seen = new HashSet<>();
    for (Setting setting : settings) {
      Key key = keys.find(setting.name);
      if (key == null) {
        addUnknown(setting);
      } else {
        apply(key, setting);
        if (!seen.add(key.name())) {
          problems.add(key, key.name() + " is set more than once", setting.source);
        }
      }
    }
  }

  private void apply(Key key, Setting setting) {
    List<String> errors = new ArrayList<>();
    String text = resolve(setting.text, errors).trim();
    String problem = errors.isEmpty() ? Values.problem(key, text) : errors.get(0);
    if (text.isEmpty() && errors.isEmpty() && mayBeEmpty(key, setting)) {
      return;
    }
    if (problem == null) {
      values.put(key.name(), new Config.Value(Values.canonical(key, text), setting.source));
    } else {
      // The text as written, not what its placeholders stand for: that may be a secret.
      String quoted = key.isSecret() ? "\"***\"" : Names.quote(setting.text.trim());
      problems.add(key, key.name() + " = " + quoted + " " + problem, setting.source);
    }
  }

  /** An empty variable means "not set"; other sources empty what has no default, or a list. */
  private boolean mayBeEmpty(Key key, Setting setting) {
    if (setting.environment) {
      return true;
    }
    if (key.defaultText().isEmpty() || key.type().isList()) {
      values.put(key.name(), new Config.Value("", setting.source));
      return true;
    }
    return false;
  }

  private String resolve(String text, List<String> errors) {
    return text.contains("${") ? Placeholders.resolve(text, environment, errors) : text;
  }

  private void addUnknown(Setting setting) {
    if (problems.isFull()) {
      problems.addOneMore();
      return;
    }
    String nearest = Names.nearest(keys.names(), setting.name);
    String name = setting.environment ? Names.fromEnvironment(setting.name, nearest) : setting.name;
    String hint = nearest == null ? "" : ", did you mean " + Names.quote(nearest) + "?";
    problems.add("unknown key " + Names.quote(name) + hint, setting.source);
  }
}
