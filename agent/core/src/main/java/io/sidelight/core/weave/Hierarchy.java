// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a class extends and implements, read from class files: nothing is loaded, so nothing is
 * linked or initialised on our account. Supertypes are remembered per class loader.
 *
 * <p>Safe for many threads. Loaders are held weakly.
 */
final class Hierarchy {

  private static final int MAX_REMEMBERED = 10_000;
  private static final int MAX_DEPTH = 64;
  private static final String OBJECT = "java/lang/Object";

  /** The direct supertypes of a class. */
  private static final class Header {
    static final Header UNKNOWN = new Header(null, Collections.<String>emptyList());

    final @Nullable String superName;
    final List<String> interfaces;

    Header(@Nullable String superName, List<String> interfaces) {
      this.superName = superName;
      this.interfaces = interfaces;
    }
  }

  private final Map<ClassLoader, Map<String, Header>> headers =
      Collections.synchronizedMap(new WeakHashMap<ClassLoader, Map<String, Header>>());

  /** Whether the class extends or implements one of the types, at any distance. */
  boolean extendsAny(ClassFile file, List<String> internalNames, ClassLoader loader) {
    return extendsAny(
        new Header(file.superName(), file.interfaces()), internalNames, loader, MAX_DEPTH);
  }

  /** The superclasses of a class, nearest first. */
  List<String> ancestors(ClassFile file, ClassLoader loader) {
    List<String> ancestors = new ArrayList<>();
    String name = file.superName();
    while (name != null && !name.equals(OBJECT) && ancestors.size() < MAX_DEPTH) {
      ancestors.add(name);
      name = header(name, loader).superName;
    }
    return ancestors;
  }

  /** Whether a class names one of the types among the interfaces that it implements. */
  boolean implementsDirectly(String internalName, List<String> internalNames, ClassLoader loader) {
    for (String type : header(internalName, loader).interfaces) {
      if (internalNames.contains(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean extendsAny(Header header, List<String> targets, ClassLoader loader, int depth) {
    if (header.superName != null && isAny(header.superName, targets, loader, depth)) {
      return true;
    }
    for (String type : header.interfaces) {
      if (isAny(type, targets, loader, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAny(String type, List<String> targets, ClassLoader loader, int depth) {
    if (targets.contains(type)) {
      return true;
    }
    if (depth == 0 || isHopeless(type, targets)) {
      return false;
    }
    return extendsAny(header(type, loader), targets, loader, depth - 1);
  }

  /** A type of the JDK extends nothing but types of the JDK, and mostly of its own package. */
  private static boolean isHopeless(String type, List<String> targets) {
    if (!type.startsWith("java/") && !type.startsWith("jdk/") && !type.startsWith("sun/")) {
      return false;
    }
    String itsPackage = type.substring(0, type.lastIndexOf('/') + 1);
    for (String target : targets) {
      if (target.startsWith(itsPackage)) {
        return false;
      }
    }
    return true;
  }

  private Header header(String type, ClassLoader loader) {
    Map<String, Header> known = headers.get(loader);
    if (known == null) {
      // Not computeIfAbsent: nothing of a loader may run while a lock of ours is held.
      known = new ConcurrentHashMap<>();
      headers.put(loader, known);
    }
    Header header = known.get(type);
    if (header == null) {
      header = read(type, loader);
      if (known.size() < MAX_REMEMBERED) {
        known.put(type, header);
      }
    }
    return header;
  }

  private static Header read(String type, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(type + ".class")) {
      if (in == null) {
        return Header.UNKNOWN;
      }
      ClassFile file = ClassFile.parse(readAll(in));
      return new Header(file.superName(), file.interfaces());
    } catch (IOException | RuntimeException e) {
      // An optional type that is absent, or a loader that refuses: not a subtype then.
      return Header.UNKNOWN;
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
