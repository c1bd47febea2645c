// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import java.util.List;

/** A class path full of service providers that tell when somebody makes one. */
final class Poison {

  static final List<String> SERVICES =
      List.of(
          "javax.xml.parsers.SAXParserFactory",
          "javax.xml.parsers.DocumentBuilderFactory",
          "java.net.ContentHandlerFactory",
          "java.net.spi.URLStreamHandlerProvider",
          "java.nio.file.spi.FileSystemProvider",
          "java.nio.charset.spi.CharsetProvider",
          "java.lang.System$LoggerFinder",
          "java.security.Provider",
          "java.sql.Driver",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.Module",
          "io.sidelight.spi.Instrumentation");

  static final String SOURCE =
      """
      package own;

      import java.io.IOException;
      import java.net.*;
      import java.net.spi.URLStreamHandlerProvider;
      import java.nio.charset.Charset;
      import java.nio.charset.spi.CharsetProvider;
      import java.util.*;
      import java.util.concurrent.ConcurrentSkipListSet;

      public final class Poison {
        static final Set<String> LOADED = new ConcurrentSkipListSet<>();

        public static void main(String[] args) throws Exception {
          System.out.println("loaded before main " + LOADED);
          System.out.println("ready");
          System.in.read();
          System.out.println("loaded in the end " + LOADED);
          while (System.in.read() >= 0) {}
        }

        public static final class Charsets extends CharsetProvider {
          public Charsets() { LOADED.add("charsets"); }
          @Override public Iterator<Charset> charsets() { return Collections.emptyIterator(); }
          @Override public Charset charsetForName(String name) { return null; }
        }

        public static final class Handlers extends URLStreamHandlerProvider {
          public Handlers() { LOADED.add("handlers"); }
          @Override public URLStreamHandler createURLStreamHandler(String protocol) { return null; }
        }

        public static final class Contents implements ContentHandlerFactory {
          public Contents() { LOADED.add("contents"); }
          @Override public ContentHandler createContentHandler(String type) { return null; }
        }

        public static final class Security extends java.security.Provider {
          public Security() { super("poison", "1", "poison"); LOADED.add("security"); }
        }

        /** No provider at all: loading it is already too much. */
        public static final class Any {
          static { LOADED.add("any"); }
          public Any() { LOADED.add("any"); }
        }
      }
      """;

  private Poison() {}

  static String implementationOf(String service) {
    return switch (service) {
      case "java.nio.charset.spi.CharsetProvider" -> "own.Poison$Charsets";
      case "java.net.spi.URLStreamHandlerProvider" -> "own.Poison$Handlers";
      case "java.net.ContentHandlerFactory" -> "own.Poison$Contents";
      case "java.security.Provider" -> "own.Poison$Security";
      default -> "own.Poison$Any";
    };
  }
}
