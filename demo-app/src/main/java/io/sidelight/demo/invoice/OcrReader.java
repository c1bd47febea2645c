// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.invoice;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.HealthCheck;
import io.sidelight.demo.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads an invoice's number from its text, somewhere else and after a while. */
@Component
final class OcrReader {

  private static final Pattern NUMBER = Pattern.compile("No\\. ([A-Z0-9-]+)");

  private final ExecutorService workers;

  OcrReader(ExecutorService workers) {
    this.workers = workers;
  }

  @Counted(name = "ocr_processed", description = "Images read by OCR")
  CompletionStage<String> read(String image) {
    long millis = ThreadLocalRandom.current().nextLong(20, 120);
    Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, workers);
    return CompletableFuture.supplyAsync(() -> number(image), later);
  }

  /** What no probe can know: asked in the background, and a component of the agent's health. */
  @HealthCheck("ocr_engine")
  boolean reads() {
    return !workers.isShutdown() && number("No. TEST-1").equals("TEST-1");
  }

  private static String number(String image) {
    Matcher number = NUMBER.matcher(image);
    if (!number.find()) {
      throw Refused.unreadable("the image cannot be read");
    }
    return number.group(1);
  }
}
