// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.organization;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class OrganizationController {

  private final OrganizationService organizations;
  private final InstanceService instances;

  OrganizationController(OrganizationService organizations, InstanceService instances) {
    this.organizations = organizations;
    this.instances = instances;
  }

  @GetMapping("/api/organizations")
  List<Map<String, Object>> list() {
    return organizations.list();
  }

  @GetMapping("/api/organizations/{id}")
  Map<String, String> organization(@PathVariable long id) {
    return organizations.find(id);
  }

  @GetMapping("/api/organizations/{id}/users")
  List<Map<String, Object>> users(@PathVariable long id) {
    return organizations.users(id);
  }

  @GetMapping("/api/instances/{id}")
  Map<String, Object> instance(@PathVariable long id) {
    return instances.find(id);
  }

  @PutMapping("/api/instances/{id}/state")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable long id, @RequestBody String state) {
    instances.report(id, state);
  }
}
