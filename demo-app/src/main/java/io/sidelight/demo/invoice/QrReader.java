// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.invoice;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Finds the QR code of an invoice; in this demo the image is text, only the work is real. */
@Component
final class QrReader {

  /** There is no code in the image. */
  static final class NoQrCode extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static final Pattern CODE = Pattern.compile("QR\\[([A-Z0-9-]+)]");
  private static final int PASSES = 400;

  @Timed(name = "qr_detection_duration", description = "Time to look for a QR code")
  @Counted(name = "qr_detections", description = "Images searched for a QR code")
  String detect(String image) throws NoQrCode {
    scan(image);
    Matcher code = CODE.matcher(image);
    if (!code.find()) {
      throw new NoQrCode();
    }
    return code.group(1);
  }

  private static void scan(String image) {
    byte[] pixels = image.getBytes(StandardCharsets.UTF_8);
    CRC32 checksum = new CRC32();
    for (int i = 0; i < PASSES; i++) {
      checksum.update(pixels);
    }
  }
}
