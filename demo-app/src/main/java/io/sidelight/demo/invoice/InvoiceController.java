// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.invoice;

import io.sidelight.demo.Refused;
import java.security.Principal;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invoices")
final class InvoiceController {

  record Scan(@Nullable String source, @Nullable String image) {}

  private final InvoiceService service;

  InvoiceController(InvoiceService service) {
    this.service = service;
  }

  @PostMapping
  CompletionStage<ResponseEntity<Invoice>> process(@RequestBody Scan scan, Principal user) {
    if (scan.source() == null || scan.image() == null) {
      throw Refused.invalid("source and image are needed");
    }
    return service
        .process(scan.source(), scan.image(), user.getName())
        .thenApply(invoice -> ResponseEntity.status(HttpStatus.CREATED).body(invoice));
  }

  @GetMapping("/{id}")
  Invoice get(@PathVariable long id) {
    return service.find(id);
  }
}
