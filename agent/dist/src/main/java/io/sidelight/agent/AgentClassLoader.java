// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads everything of the agent that the application must not see: its entries lie in the one JAR
 * under a prefix and classes have another suffix, so that no class loader or scanner of the
 * application takes them for classes. The parent is the platform loader, so nothing of the
 * application is visible in return.
 */
public final class AgentClassLoader extends ClassLoader {

  static final String PREFIX = "io/sidelight/hidden/";
  static final String SUFFIX = "data";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;

  /** Reads hidden entries of {@code jar}, which stays open as long as the JVM lives. */
  public AgentClassLoader(JarFile jar, @Nullable ClassLoader parent) {
    super(parent);
    this.jar = jar;
  }

  /**
   * The parent is not asked first for what lies in the JAR: it cannot have it, and says so with an
   * exception for each class.
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("java.")) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        Class<?> own = loaded == null ? define(name) : loaded;
        if (own != null) {
          return own;
        }
      }
    }
    return super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> own = define(name);
    if (own == null) {
      throw new ClassNotFoundException(name);
    }
    return own;
  }

  private @Nullable Class<?> define(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = read(name.replace('.', '/') + ".class");
      return bytes == null ? null : defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    // Not through a URL: that would cost a connection for each class that is only read.
    try {
      byte[] bytes = read(name);
      if (bytes != null) {
        return new ByteArrayInputStream(bytes);
      }
    } catch (IOException e) {
      return null;
    }
    ClassLoader parent = getParent();
    return parent == null
        ? ClassLoader.getSystemResourceAsStream(name)
        : parent.getResourceAsStream(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    JarEntry entry = jar.getJarEntry(path(name));
    if (entry == null) {
      return null;
    }
    try {
      // A handler of our own, so that the application's handlers and caches have no part in it.
      return new URL(null, "sidelight:" + name, new EntryHandler(name));
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return url == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(url));
  }

  private byte @Nullable [] read(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(path(name));
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      int size = (int) entry.getSize();
      if (size < 0) {
        return readAll(in);
      }
      byte[] bytes = new byte[size];
      int length = 0;
      while (length < size) {
        int n = in.read(bytes, length, size - length);
        if (n < 0) {
          throw new IOException("truncated entry " + name);
        }
        length += n;
      }
      return bytes;
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  private static String path(String name) {
    return PREFIX + (name.endsWith(".class") ? name + SUFFIX : name);
  }

  private final class EntryHandler extends URLStreamHandler {
    private final String name;

    EntryHandler(String name) {
      this.name = name;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          byte[] bytes = read(name);
          if (bytes == null) {
            throw new IOException("no entry " + name);
          }
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
