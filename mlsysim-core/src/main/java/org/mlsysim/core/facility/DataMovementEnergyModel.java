package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.FLOP_PER_BYTE;
import static org.mlsysim.api.units.Units.JOULE;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import javax.measure.quantity.Energy;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeEnergy;
import org.mlsysim.api.units.DataEnergy;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Intensity;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.physics.facility.DataMovementEnergy;

/**
 * The energy roofline of one weight: dearer to fetch or to use?
 *
 * <pre>
 * c = f · e_flop;  m = b · e_byte;  share = m / (m + c)
 * I = f / b;  I* = e_byte / e_flop;  balance = I* / I
 * </pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Is one weight dearer to fetch or to use?",
    equation = "m / c = (b · e_byte) / (f · e_flop); I* = e_byte / e_flop",
    sources = {
      "Horowitz (2014), Computing's Energy Problem, ISSCC",
      "Choi, Bedard, Fowler, Vuduc (2013), A Roofline Model of Energy, IPDPS"
    })
public final class DataMovementEnergyModel
    extends BaseModel<
        DataMovementEnergyModel.Inputs, DataMovementEnergyModel.DataMovementEnergyResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "energy of one operation", unit = "J/FLOP", range = "(0, inf)")
          Quantity<ComputeEnergy> energyPerFlop,
      @Port(doc = "energy of fetching one byte", unit = "J/B", range = "(0, inf)")
          Quantity<DataEnergy> energyPerByte,
      @Port(doc = "operations of one use of the weight", range = "(0, inf)") double flopsPerParam,
      @Port(doc = "size of the weight", unit = "B", range = "(0, inf)")
          Quantity<DataSize> bytesPerParam,
      @Port(doc = "size of one operand", unit = "B", range = "[0, inf)")
          Quantity<DataSize> operandBytes) {

    /** Names the inputs one by one; all are required. */
    public static DataMovementEnergyModelInputsBuilder builder() {
      return new DataMovementEnergyModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record DataMovementEnergyResult(
      @Port(doc = "energy of using the weight once", unit = "J") Quantity<Energy> computeEnergy,
      @Port(doc = "energy of fetching it once", unit = "J") Quantity<Energy> movementEnergy,
      @Port(doc = "fetching as a share of both") double movementShare,
      @Port(doc = "fetching over using") double movementOverCompute,
      @Port(doc = "operations for each byte", unit = "FLOP/B") Quantity<Intensity> intensity,
      @Port(doc = "intensity at which both cost the same", unit = "FLOP/B")
          Quantity<Intensity> crossoverIntensity,
      @Port(doc = "uses of one fetch at which both cost the same") double balanceBatch,
      @Port(doc = "energy of fetching one operand", unit = "J") Quantity<Energy> operandEnergy,
      @Port(doc = "the same over the energy of one operation") double operandOverFlop,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public DataMovementEnergyResult {
      caveats = List.copyOf(caveats);
    }
  }

  public DataMovementEnergyModel() {
    super(MethodHandles.lookup(), Inputs.class, DataMovementEnergyResult.class);
  }

  @Override
  public DataMovementEnergyResult solve(Inputs inputs) {
    DataMovementEnergy.Balance balance =
        DataMovementEnergy.of(
            in(BaseUnits.JOULE_PER_FLOP, inputs.energyPerFlop()),
            in(BaseUnits.JOULE_PER_BYTE, inputs.energyPerByte()),
            inputs.flopsPerParam(),
            in(BYTE, inputs.bytesPerParam()),
            in(BYTE, inputs.operandBytes()));
    return new DataMovementEnergyResult(
        of(balance.compute(), JOULE),
        of(balance.movement(), JOULE),
        balance.movementShare(),
        balance.movementOverCompute(),
        of(balance.intensity(), FLOP_PER_BYTE),
        of(balance.crossoverIntensity(), FLOP_PER_BYTE),
        balance.balanceBatch(),
        of(balance.operand(), JOULE),
        balance.operandOverFlop(),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, DataMovementEnergyResult result) {
    return List.of(
        new Explanation(
            "movement_share",
            result.movementShare(),
            "",
            List.of(
                Term.computed(
                    "fetching",
                    "E_m",
                    "e_b · bytes",
                    in(JOULE, result.movementEnergy()),
                    "J",
                    Term.given(
                        "energy of a byte",
                        "e_b",
                        in(BaseUnits.JOULE_PER_BYTE, inputs.energyPerByte()),
                        "J/B"),
                    Term.given(
                        "size of the weight", "bytes", in(BYTE, inputs.bytesPerParam()), "B")),
                Term.computed(
                    "using",
                    "E_c",
                    "e_f · flops",
                    in(JOULE, result.computeEnergy()),
                    "J",
                    Term.given(
                        "energy of an operation",
                        "e_f",
                        in(BaseUnits.JOULE_PER_FLOP, inputs.energyPerFlop()),
                        "J/FLOP"),
                    Term.given("operations", "flops", inputs.flopsPerParam(), "")))));
  }
}
