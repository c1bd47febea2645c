// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.reward;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RewardController {

  private final RewardService service;

  RewardController(RewardService service) {
    this.service = service;
  }

  @GetMapping("/api/rewards")
  Map<String, Long> board() {
    return service.board();
  }

  @GetMapping("/api/rewards/{user}")
  Map<String, Object> rewards(@PathVariable String user) {
    return Map.of("user", user, "lumis", service.lumis(user));
  }
}
