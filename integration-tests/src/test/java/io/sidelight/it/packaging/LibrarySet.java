// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.WeavePoint;
import io.sidelight.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The JARs of one version of a library, as an apps module copied them. */
final class LibrarySet {

  private final Path folder;

  private LibrarySet(Path folder) {
    this.folder = folder;
  }

  /** Every set of every apps module that has been built. */
  static List<LibrarySet> all() throws IOException {
    List<LibrarySet> sets = new ArrayList<>();
    for (Path app : children(Repository.root().resolve("integration-tests/apps"))) {
      for (Path set : children(app.resolve("target/libs"))) {
        sets.add(new LibrarySet(set));
      }
    }
    return sets;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /** Whether one of its classes has a method that the weave point, which is by name, is for. */
  boolean matches(WeavePoint point) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          for (String type : point.type().types()) {
            if (matches(zip, type, point.method())) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean matches(ZipFile jar, String type, @Nullable MethodMatch method)
      throws IOException {
    ZipEntry entry = jar.getEntry(type.replace('.', '/') + ".class");
    if (entry == null) {
      return false;
    }
    boolean[] found = {method == null};
    try (InputStream in = jar.getInputStream(entry)) {
      new ClassReader(in.readAllBytes())
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                  found[0] |= method != null && isWoven(access) && fits(method, name, descriptor);
                  return null;
                }
              },
              ClassReader.SKIP_CODE);
    }
    return found[0];
  }

  private static boolean isWoven(int access) {
    return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) == 0;
  }

  private static boolean fits(MethodMatch method, String name, String descriptor) {
    List<String> parameters =
        Arrays.stream(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList();
    String returned = Type.getReturnType(descriptor).getClassName();
    return method.matches(name, parameters, returned, List.of());
  }

  @Override
  public String toString() {
    return Repository.root().relativize(folder).toString();
  }
}
