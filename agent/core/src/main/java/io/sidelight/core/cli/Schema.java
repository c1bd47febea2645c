// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.sidelight.core.config.Key;
import io.sidelight.core.config.Keys;
import io.sidelight.core.config.ValueType;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The JSON schema of {@code sidelight.json}. A key may be written as one name with dots or as
 * objects inside each other.
 */
final class Schema {

  private final JsonGenerator json;

  private Schema(JsonGenerator json) {
    this.json = json;
  }

  static void print(PrintStream out) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      new Schema(json).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }

  private void write() throws IOException {
    List<Key> keys = new ArrayList<>();
    for (Key key : Keys.standard().all()) {
      if (!key.name().equals("config")) {
        keys.add(key);
      }
    }
    json.writeStartObject();
    json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.writeStringField("title", "Configuration of Sidelight");
    writeObject(keys, "");
    json.writeObjectFieldStart("$defs");
    for (Key key : keys) {
      json.writeObjectFieldStart(key.name());
      json.writeStringField("description", key.help());
      json.writeStringField("default", key.defaultText());
      writeType(key);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeObject(List<Key> keys, String prefix) throws IOException {
    json.writeStringField("type", "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    Set<String> names = new TreeSet<>();
    Set<String> objects = new TreeSet<>();
    for (Key key : keys) {
      if (key.name().startsWith(prefix)) {
        String rest = key.name().substring(prefix.length());
        names.add(rest);
        for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.', dot + 1)) {
          objects.add(rest.substring(0, dot));
        }
      }
    }
    for (String name : names) {
      json.writeObjectFieldStart(name);
      json.writeStringField("$ref", "#/$defs/" + prefix + name);
      json.writeEndObject();
    }
    objects.removeAll(names);
    for (String object : objects) {
      json.writeObjectFieldStart(object);
      writeObject(keys, prefix + object + ".");
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeType(Key key) throws IOException {
    // A text may always hold a placeholder.
    if (key.type() == ValueType.FLAG) {
      writeTypes("boolean", "string");
    } else if (key.type() == ValueType.NUMBER || key.type() == ValueType.PORT) {
      writeTypes("integer", "string");
      json.writeNumberField("minimum", key.min());
      json.writeNumberField("maximum", key.max());
    } else if (key.type().isMap()) {
      writeTypes("string", "array", "object");
    } else if (key.type().isList()) {
      writeTypes("string", "array");
    } else {
      writeTypes("string");
    }
    if (!key.choices().isEmpty()) {
      json.writeArrayFieldStart("examples");
      for (String choice : key.choices()) {
        json.writeString(choice);
      }
      json.writeEndArray();
    }
  }

  private void writeTypes(String... types) throws IOException {
    json.writeArrayFieldStart("type");
    for (String type : types) {
      json.writeString(type);
    }
    json.writeEndArray();
  }
}
