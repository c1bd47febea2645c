// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthResult;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Room on the file systems that the application writes to. */
final class DiskCheck extends LocalCheck {

  private final List<String> paths;
  private final int minFreePercent;

  /**
   * Looks at these file systems.
   *
   * @param paths none: where the application was started
   */
  DiskCheck(List<String> paths, int minFreePercent) {
    super("disk");
    this.paths = paths;
    this.minFreePercent = minFreePercent;
  }

  @Override
  public HealthResult ask(long timeoutNanos) {
    Map<String, Object> details = new LinkedHashMap<>();
    String fullest = "";
    long least = 101;
    if (paths.isEmpty()) {
      fullest = ".";
      least = freePercent(".");
    }
    for (String path : paths) {
      long free = freePercent(path);
      details.put(path, free < 0 ? "not there" : free + " % free");
      if (free < least) {
        least = free;
        fullest = path;
      }
    }
    if (least < 0) {
      return HealthResult.degraded(fullest + " is not there").with(details);
    }
    String text = least + " % free on " + shown(fullest);
    return (least < minFreePercent ? HealthResult.degraded(text) : HealthResult.healthy(text))
        .with(details);
  }

  private static String shown(String path) {
    return path.equals(".") ? "the working directory's file system" : path;
  }

  /** What users who are not root may still fill; -1 if there is no such path. */
  private static long freePercent(String path) {
    File file = new File(path);
    long total = file.getTotalSpace();
    return total <= 0 ? -1 : Math.round(100.0 * file.getUsableSpace() / total);
  }

  @Override
  public long settleNanos(long configured) {
    return configured; // an application that starts has better things to do
  }
}
