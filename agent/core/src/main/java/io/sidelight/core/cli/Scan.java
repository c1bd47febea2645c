// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import io.sidelight.core.config.Config;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.core.weave.Preview;
import io.sidelight.spi.Instrumentation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what would be woven in an application: a JAR or WAR, with the JARs in it, or a folder.
 * Nothing of it is run.
 */
final class Scan implements Preview.Sink, Notices {

  private static final String CLASS = ".class";
  private static final String[] ARCHIVES = {".jar", ".war", ".ear", ".zip"};

  // Where archives have their own classes.
  private static final String[] ROOTS = {"BOOT-INF/classes/", "WEB-INF/classes/"};

  private final PrintStream out;
  private final Map<String, byte[]> classes = new TreeMap<>();
  private final Map<String, Set<String>> methods = new TreeMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  Scan(PrintStream out) {
    this.out = out;
  }

  /**
   * Reads the application and prints what is found.
   *
   * @return false if a method asks for what cannot be measured, or a class cannot be read
   * @throws IOException if the application cannot be read
   */
  boolean print(File application, Config config, ClassLoader agent) throws IOException {
    read(application, "");
    MetricStore store = new MetricStore(config, this);
    List<Instrumentation> enabled = new ArrayList<>();
    for (Instrumentation each : ServiceLoader.load(Instrumentation.class, agent)) {
      store.declare(each.domain().metrics());
      if (config.flag("instrument." + each.domain().id())) {
        enabled.add(each);
      }
    }
    Preview preview = new Preview(enabled, store, config);
    ClassLoader loader = new ClassFiles();
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      try {
        preview.look(each.getKey(), each.getValue(), loader, this);
      } catch (RuntimeException e) {
        problem(each.getKey().replace('/', '.') + " cannot be read: " + e);
      }
    }
    print();
    return problems.isEmpty();
  }

  private void print() {
    int all = 0;
    for (Map.Entry<String, Set<String>> each : methods.entrySet()) {
      out.println(each.getKey());
      for (String method : each.getValue()) {
        out.println("  " + method);
      }
      all += each.getValue().size();
    }
    out.println(all + " methods of " + classes.size() + " classes would be woven.");
    for (String problem : problems) {
      out.println(problem);
    }
  }

  private void read(File file, String path) throws IOException {
    File[] children = file.listFiles();
    if (children != null) {
      for (File child : children) {
        read(child, path + child.getName() + (child.isDirectory() ? "/" : ""));
      }
      return;
    }
    try (InputStream in = new FileInputStream(file)) {
      if (path.isEmpty() || isArchive(path)) {
        archive(in);
      } else {
        add(path, in);
      }
    }
  }

  private void archive(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in); // not closed: whoever opened it does that
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (isArchive(entry.getName())) {
        archive(new ByteArrayInputStream(bytes(zip)));
      } else {
        add(entry.getName(), zip);
      }
    }
  }

  private static boolean isArchive(String name) {
    for (String suffix : ARCHIVES) {
      if (name.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }

  /** Of several classes with one name the first, as on a class path. */
  private void add(String path, InputStream in) throws IOException {
    String name = path;
    for (String root : ROOTS) {
      int start = name.indexOf(root);
      name = start < 0 ? name : name.substring(start + root.length());
    }
    boolean own = name.endsWith(CLASS) && !name.startsWith("META-INF/");
    if (own && !name.endsWith("module-info.class")) {
      classes.putIfAbsent(name.substring(0, name.length() - CLASS.length()), bytes(in));
    }
  }

  private static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
    }
    return bytes.toByteArray();
  }

  @Override
  public void method(String instrumentation, String method) {
    Set<String> known = methods.get(instrumentation);
    if (known == null) {
      known = new TreeSet<>();
      methods.put(instrumentation, known);
    }
    known.add(method);
  }

  @Override
  public void problem(String text) {
    problems.add(text);
  }

  @Override
  public void error(String source, Throwable error) {
    problems.add(source + ": " + error);
  }

  @Override
  public void serving() {}

  /** Has class files and no classes. */
  private final class ClassFiles extends ClassLoader {

    ClassFiles() {
      super(null);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      byte[] bytes =
          name.endsWith(CLASS)
              ? classes.get(name.substring(0, name.length() - CLASS.length()))
              : null;
      return bytes == null ? null : new ByteArrayInputStream(bytes);
    }
  }
}
