// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.invoice;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.InFlight;
import io.sidelight.annotations.Timed;
import io.sidelight.demo.Refused;
import io.sidelight.demo.reward.RewardService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;

/** Takes invoices from three sources; they are read by QR code or, where there is none, by OCR. */
@Service
final class InvoiceService {

  private static final RowMapper<Invoice> ROW = new DataClassRowMapper<>(Invoice.class);
  private static final String DURATION = "invoice_processing_duration";
  private static final String DURATION_HELP = "Time to process an invoice";
  private static final String PROCESSED = "invoices_processed";
  private static final String PROCESSED_HELP = "Invoices processed";

  private final JdbcTemplate jdbc;
  private final QrReader qr;
  private final OcrReader ocr;
  private final RewardService rewards;

  InvoiceService(JdbcTemplate jdbc, QrReader qr, OcrReader ocr, RewardService rewards) {
    this.jdbc = jdbc;
    this.qr = qr;
    this.ocr = ocr;
    this.rewards = rewards;
  }

  @InFlight(name = "invoices", description = "Invoices being processed")
  CompletionStage<Invoice> process(String source, String image, String user) {
    return switch (source) {
      case "url" -> fromUrl(image, user);
      case "upload" -> fromUpload(image, user);
      case "email" -> fromEmail(image, user);
      default -> throw Refused.invalid("source must be url, upload or email");
    };
  }

  // One method for each source: labels are constants of the method.

  @Timed(
      name = DURATION,
      description = DURATION_HELP,
      labels = {"source", "url"})
  @Counted(
      name = PROCESSED,
      description = PROCESSED_HELP,
      labels = {"source", "url"})
  private CompletionStage<Invoice> fromUrl(String image, String user) {
    return read("url", image, user);
  }

  @Timed(
      name = DURATION,
      description = DURATION_HELP,
      labels = {"source", "upload"})
  @Counted(
      name = PROCESSED,
      description = PROCESSED_HELP,
      labels = {"source", "upload"})
  private CompletionStage<Invoice> fromUpload(String image, String user) {
    return read("upload", image, user);
  }

  @Timed(
      name = DURATION,
      description = DURATION_HELP,
      labels = {"source", "email"})
  @Counted(
      name = PROCESSED,
      description = PROCESSED_HELP,
      labels = {"source", "email"})
  private CompletionStage<Invoice> fromEmail(String image, String user) {
    return read("email", image, user);
  }

  private CompletionStage<Invoice> read(String source, String image, String user) {
    try {
      String number = qr.detect(image);
      return CompletableFuture.completedStage(save(number, source, "qr", user));
    } catch (QrReader.NoQrCode e) {
      return ocr.read(image).thenApply(number -> save(number, source, "ocr", user));
    }
  }

  private Invoice save(String number, String source, String readBy, String user) {
    Invoice invoice =
        jdbc.query(
                "INSERT INTO invoices (number, source, read_by, user_name) VALUES (?, ?, ?, ?)"
                    + " RETURNING id, number, source, read_by, user_name",
                ROW,
                number,
                source,
                readBy,
                user)
            .get(0);
    rewards.invoiced(user);
    return invoice;
  }

  Invoice find(long id) {
    List<Invoice> found = jdbc.query("SELECT * FROM invoices WHERE id = ?", ROW, id);
    if (found.isEmpty()) {
      throw Refused.notFound("invoice " + id);
    }
    return found.get(0);
  }
}
