// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.core.log.Log;
import io.sidelight.spi.Settings;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs before the application's main class must be cheap and touch nothing that it shares. */
class StartUpCostTest {

  private static final String[] FORBIDDEN = {
    "java/nio/file", "java/util/regex", "java/util/stream", "java/util/logging", "java/time"
  };

  @TempDir private Path folder;

  @Test
  void noClassOfConfigurationAndLogUsesWhatIsExpensiveOrShared() throws Exception {
    for (Path file : classes()) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(FORBIDDEN);
      new ClassReader(bytes).accept(new NoDynamicCalls(file), ClassReader.SKIP_DEBUG);
    }
  }

  @Test
  void theJsonParserIsNotNeededForProperties() throws Exception {
    Files.writeString(folder.resolve("sidelight.properties"), "port=1");
    URL[] path = {location(ConfigLoader.class), location(Settings.class)};
    // Jackson is not on this path: linking to it would fail.
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Object config =
          loader
              .loadClass(ConfigLoader.class.getName())
              .getMethod("load", String.class, Map.class, Properties.class, File.class)
              .invoke(null, "", Map.of(), new Properties(), folder.resolve("x.jar").toFile());

      assertThat(config.getClass().getMethod("number", String.class).invoke(config, "port"))
          .isEqualTo(1);
    }
  }

  private static List<Path> classes() throws Exception {
    Path root = Path.of(location(ConfigLoader.class).toURI());
    List<Path> classes = new ArrayList<>();
    for (String folder : new String[] {"config", "log"}) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(root.resolve("io/sidelight/core/" + folder), "*.class")) {
        files.forEach(classes::add);
      }
    }
    return classes;
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void theListOfClassesIsNotEmpty() throws Exception {
    assertThat(classes())
        .anyMatch(file -> file.endsWith(Log.class.getSimpleName() + ".class"))
        .anyMatch(file -> file.endsWith("Keys.class"));
  }

  private static final class NoDynamicCalls extends ClassVisitor {
    private final Path file;

    NoDynamicCalls(Path file) {
      super(Opcodes.ASM9);
      this.file = file;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String call, String type, Handle bootstrap, Object... arguments) {
          throw new AssertionError("a lambda in " + file + ", method " + name);
        }
      };
    }
  }
}
