// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

/** Which Sidelight this is; filled in by the build, so that reading it opens no file. */
public final class Version {

  /** As in the Maven project, e.g. {@code 1.0.0}. */
  public static final String VERSION = "${project.version}";

  /** The commit it was built from; {@code unknown} unless the build was told. */
  public static final String REVISION = "${build.revision}";

  private Version() {}
}
