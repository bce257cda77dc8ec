package org.mlsysim.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.processor.WireNames;

/** The annotation processor has the rule of wire names once more; here it is held to this one. */
class ProcessorNamesTest {
  @ParameterizedTest
  @CsvSource({
    "batchSize, batch_size",
    "x, x",
    "tpDegree, tp_degree",
    "kvCacheGb, kv_cache_gb",
    "moERouting, mo_e_routing",
    "usdPerGPUHour, usd_per_gpu_hour",
    "latencyP99, latency_p99"
  })
  void bothHaveTheSameRule(String javaName, String wireName) {
    assertThat(PortNames.snakeCase(javaName)).isEqualTo(wireName);
    assertThat(WireNames.snakeCase(javaName)).isEqualTo(wireName);
  }
}
