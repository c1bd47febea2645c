// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests are what Kubernetes takes, and what they ask for is there. */
class KubernetesTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String CONFIG = "sidelight.properties";

  private final ConfigMap config = manifest("ConfigMap", ConfigMap.class);
  private final Deployment deployment = manifest("Deployment", Deployment.class);

  private static <T> T manifest(String kind, Class<T> type) {
    Path file = Repository.root().resolve("dashboards/kubernetes/deployment.yaml");
    try {
      List<JsonNode> documents =
          YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll();
      for (JsonNode document : documents) {
        if (document.path("kind").asText().equals(kind)) {
          return YAML.treeToValue(document, type);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    throw new AssertionError("no " + kind);
  }

  private Container shop() {
    return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
  }

  @Test
  void everyFieldIsOneThatKubernetesKnows() throws IllegalAccessException {
    List<String> unknown = new ArrayList<>();
    findUnknown(config, "ConfigMap", unknown);
    findUnknown(deployment, "Deployment", unknown);
    assertThat(unknown).isEmpty();
  }

  /** The typed model keeps what it does not know beside its fields. */
  private static void findUnknown(@Nullable Object value, String path, List<String> unknown)
      throws IllegalAccessException {
    if (value instanceof List<?> all) {
      for (Object each : all) {
        findUnknown(each, path + "[]", unknown);
      }
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            Object content = field.get(value);
            if (field.getName().equals("additionalProperties")
                && content instanceof Map<?, ?> map) {
              map.keySet().forEach(key -> unknown.add(path + "." + key));
            } else {
              findUnknown(content, path + "." + field.getName(), unknown);
            }
          }
        }
      }
    }
  }

  @Test
  void aMisspelledFieldWouldBeFound() throws IOException, IllegalAccessException {
    Deployment wrong =
        YAML.readValue(
            "spec: {template: {spec: {volumes: [{name: a, emptyDirr: {}}]}}}", Deployment.class);
    List<String> unknown = new ArrayList<>();
    findUnknown(wrong, "Deployment", unknown);
    assertThat(unknown).containsExactly("Deployment.spec.template.spec.volumes[].emptyDirr");
  }

  @Test
  void namesFitTogether() {
    Container shop = shop();
    List<String> ports = shop.getPorts().stream().map(ContainerPort::getName).toList();
    for (Probe probe :
        List.of(shop.getStartupProbe(), shop.getLivenessProbe(), shop.getReadinessProbe())) {
      assertThat(ports).contains(probe.getHttpGet().getPort().getStrVal());
    }
    List<String> volumes =
        deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
            .map(Volume::getName)
            .toList();
    assertThat(shop.getVolumeMounts()).extracting(VolumeMount::getName).isSubsetOf(volumes);
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    assertThat(config.getData()).containsKey(CONFIG);
    assertThat(shop.getEnv().get(0).getValue()).endsWith("=config=/etc/sidelight/" + CONFIG);
  }

  @Test
  void theAgentTakesTheSettingsAndAnswersTheProbes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(CONFIG);
    Files.writeString(file, Objects.requireNonNull(config.getData().get(CONFIG)));
    Container shop = shop();
    Victim victim =
        Victim.main("io.sidelight.it.apps.plain.Idle")
            .app("plain")
            .agent("config=" + file)
            .mayComplain(); // of the application's port, which this one does not have
    try (VictimProcess program = victim.start()) {
      for (Probe probe :
          List.of(shop.getStartupProbe(), shop.getLivenessProbe(), shop.getReadinessProbe())) {
        assertThat(program.get(probe.getHttpGet().getPath()).status()).isIn(200, 503);
      }
      assertThat(program.get("/health").body()).contains("\"name\":\"shop\"", "readiness_port");
      assertThat(program.stderr()).doesNotContain("sidelight: config:");
    }
  }
}
