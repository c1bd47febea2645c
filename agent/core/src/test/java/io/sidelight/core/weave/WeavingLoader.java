// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Loads {@link Sample} anew, through a {@link Weaving}. */
final class WeavingLoader extends ClassLoader {

  private final Weaving weaving;
  private final UnaryOperator<byte[]> before;

  WeavingLoader(Weaving weaving, UnaryOperator<byte[]> before) {
    super(WeavingLoader.class.getClassLoader());
    this.weaving = weaving;
    this.before = before;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(Sample.class.getName())) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    byte[] bytes = bytes();
    byte[] woven = transform(bytes);
    byte[] result = woven == null ? bytes : woven;
    return defineClass(name, result, 0, result.length);
  }

  byte @Nullable [] transform(byte[] bytes) {
    return weaving.transform(null, this, Sample.class.getName().replace('.', '/'), null, bytes);
  }

  byte[] bytes() {
    try (InputStream in = Sample.class.getResourceAsStream("Sample.class")) {
      return before.apply(java.util.Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
