package org.mlsysim.api.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

class WorkloadTypesTest {
  private static final Catalogs CATALOGS = Catalogs.of(List.of());

  private static TransformerWorkloadBuilder dense() {
    return TransformerWorkload.builder().name("dense").parameters("8e9 param").layers(32);
  }

  private static SparseTransformerWorkloadBuilder sparse() {
    return SparseTransformerWorkload.builder()
        .name("sparse")
        .parameters("46.7e9 param")
        .activeParameters("12.9e9 param")
        .layers(32)
        .experts(8)
        .activeExpertsPerToken(2);
  }

  @Test
  void everyParameterOfADenseModelIsActive() {
    TransformerWorkload dense = dense().build();

    assertThat(dense.activeParameters()).isEqualTo(dense.parameters());
    assertThat(dense.architecture()).isEqualTo("Transformer");
    assertThat(dense.layerCount()).hasValue(32);
    assertThat(dense.workPerUnit()).isEmpty();
    assertThat(dense.id()).isEqualTo("dense");
    assertThat(dense.registryId()).isEmpty();
  }

  @Test
  void aTokenGoesToNoMoreExpertsThanThereAre() {
    assertThat(Units.in(Units.PARAMETER, sparse().build().activeParameters())).isEqualTo(12.9e9);
    assertThatThrownBy(() -> sparse().activeExpertsPerToken(9).build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("9 of 8 experts");
    assertThatThrownBy(() -> sparse().activeParameters("50e9 param").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("active");
  }

  @Test
  void thePublishedRunMustAgreeWithItself() {
    // 25000 accelerators for 100 d are 2.5e6 d; one percent is the tolerance
    TransformerWorkloadBuilder run =
        dense().trainingAcceleratorsRef("25000 count").trainingDaysRef("100 d");

    assertThat(run.trainingAcceleratorTime("2.52e6 d").build().trainingAcceleratorTime())
        .isPresent();
    assertThatThrownBy(() -> run.trainingAcceleratorTime("2.6e6 d").build())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("2600000 d");
  }

  @ParameterizedTest
  @CsvSource({
    "TransformerWorkload, transformer",
    "SparseTransformerWorkload, sparse-transformer",
    "CNNWorkload, cnn",
    "SSMWorkload, state-space",
    "DiffusionWorkload, diffusion",
    "EmbodiedWorkload, embodied",
    "Workload, workload",
  })
  void aWrittenOutWorkloadNamesItsKindOrTheTypeOfTheReference(String type, String kind) {
    RecordShape<?> byType = CATALOGS.kind(Workload.class, type).orElseThrow();
    RecordShape<?> byKind = CATALOGS.kind(Workload.class, kind).orElseThrow();

    assertThat(byType.type()).isEqualTo(byKind.type());
    assertThat(byType.type().getInterfaces()[0]).isAssignableTo(Workload.class);
  }

  @Test
  void theNamesOfTheReferenceAreReadWithTheirUnits() {
    RecordShape<?> shape = CATALOGS.kind(Workload.class, "transformer").orElseThrow();
    TransformerWorkload read =
        (TransformerWorkload)
            shape.build(
                Map.of(
                    "name",
                    "x",
                    "parameters",
                    8e9,
                    "layers",
                    32,
                    "training_gpu_days",
                    10,
                    "training_energy_mwh",
                    Wire.of(2L)),
                CATALOGS);

    assertThat(read.trainingAcceleratorTime())
        .hasValueSatisfying(time -> assertThat(Units.in(Units.SECOND, time)).isEqualTo(864_000));
    assertThat(read.trainingEnergy())
        .hasValueSatisfying(
            energy -> assertThat(Units.in(Units.KILOWATT_HOUR, energy)).isEqualTo(2000));
  }

  @ParameterizedTest
  @CsvSource({
    "FP32, 4",
    "TF32, 4",
    "BF16, 2",
    "FP16, 2",
    "FP8, 1",
    "INT8, 1",
    "FP6, 0.75",
    "INT4, 0.5",
    "FP4, 0.5",
  })
  void aPrecisionHasItsStorage(Precision precision, double bytes) {
    assertThat(precision.bytesPerElement()).isEqualTo(bytes);
    assertThat(precision.wireName()).isEqualToIgnoringCase(precision.name());
  }
}
