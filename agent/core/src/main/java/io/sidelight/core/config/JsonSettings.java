// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Reads a JSON object: objects inside it give keys with dots, arrays give lists. The only class of
 * the configuration that loads the JSON parser.
 */
final class JsonSettings {

  private final String file;
  private final Problems problems;
  private final List<Setting> settings = new ArrayList<>();

  private JsonSettings(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static List<Setting> parse(String text, String file, Problems problems) {
    JsonSettings settings = new JsonSettings(file, problems);
    // Buffers are not kept: they would stay in a thread-local of the application's main thread.
    JsonFactory factory =
        JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(20).maxNameLength(1000).build())
            .build();
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        problems.addFile(file, "it is not a JSON object");
        return Collections.emptyList();
      }
      settings.readObject(parser);
      if (parser.nextToken() != null) {
        problems.addFile(file, "there is more after the JSON object");
        return Collections.emptyList();
      }
      return settings.settings;
    } catch (StreamConstraintsException e) {
      problems.addFile(file, "it is nested too deeply, or a name or text in it is too long");
    } catch (JsonProcessingException e) {
      // Without the exception's text, which quotes the file and so may tell a secret.
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
      problems.addFile(file, "it is not valid JSON" + where);
    } catch (IOException e) {
      problems.addFile(file, "it cannot be read");
    }
    return Collections.emptyList();
  }

  private void readObject(JsonParser parser) throws IOException {
    Deque<String> prefixes = new ArrayDeque<>();
    String prefix = "";
    String name = "";
    for (JsonToken token = parser.nextToken(); ; token = parser.nextToken()) {
      if (token == null) {
        return;
      } else if (token == JsonToken.FIELD_NAME) {
        name = prefix + parser.currentName();
      } else if (token == JsonToken.START_OBJECT) {
        prefixes.push(prefix);
        prefix = name + ".";
      } else if (token == JsonToken.END_OBJECT) {
        if (prefixes.isEmpty()) {
          return;
        }
        prefix = prefixes.pop();
      } else if (token == JsonToken.START_ARRAY) {
        addArray(parser, name);
      } else if (token != JsonToken.VALUE_NULL) {
        add(name, parser.getText(), source(parser));
      }
    }
  }

  private void addArray(JsonParser parser, String name) throws IOException {
    String source = source(parser);
    StringBuilder list = new StringBuilder();
    boolean plain = true;
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token.isStructStart()) {
        plain = false;
        parser.skipChildren();
      } else {
        list.append(list.length() == 0 ? "" : ",").append(parser.getText());
      }
    }
    if (plain) {
      add(name, list.toString(), source);
    } else {
      problems.add("a list in " + Names.quote(name) + " may hold only texts and numbers", source);
    }
  }

  private void add(String name, String text, String source) {
    settings.add(new Setting(Names.withoutPrefix(name), text, source));
  }

  private String source(JsonParser parser) {
    return file + ":" + parser.currentTokenLocation().getLineNr();
  }
}
