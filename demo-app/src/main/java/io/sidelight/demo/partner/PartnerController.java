// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.partner;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class PartnerController {

  private final StationService stations;

  PartnerController(StationService stations) {
    this.stations = stations;
  }

  @GetMapping("/api/partner/stations/{station}")
  Station station(@PathVariable String station) {
    return stations.find(station);
  }
}
