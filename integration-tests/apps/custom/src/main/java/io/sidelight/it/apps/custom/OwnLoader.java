// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.custom;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Has its own copy of what is on its path, as web applications do; perhaps hides the agent. */
final class OwnLoader extends URLClassLoader {

  private final boolean hides;

  OwnLoader(URL[] path, boolean hides) {
    super(path, OwnLoader.class.getClassLoader());
    this.hides = hides;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (hides && name.startsWith("io.sidelight.bootstrap.")) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && name.matches("io\\.sidelight\\.(api|it)\\..*")) {
        loaded = findClass(name);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return hides && name.startsWith("io/sidelight/bootstrap/") ? null : super.getResource(name);
  }
}
