// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.search;

import io.sidelight.demo.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

@RestController
final class SearchController {

  private final SearchService service;

  SearchController(SearchService service) {
    this.service = service;
  }

  @GetMapping("/api/search")
  DeferredResult<SearchService.Hits> search(@RequestParam String q) {
    if (q.isBlank()) {
      throw Refused.invalid("q is empty");
    }
    DeferredResult<SearchService.Hits> result = new DeferredResult<>();
    service
        .search(q)
        .whenComplete(
            (hits, failure) -> {
              if (failure == null) {
                result.setResult(hits);
              } else {
                result.setErrorResult(failure);
              }
            });
    return result;
  }
}
