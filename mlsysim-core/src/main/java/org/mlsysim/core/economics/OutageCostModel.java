package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.MoneyRate;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.economics.OutageCost;

/**
 * What the outage of a failure domain costs a synchronous job, in which all devices wait for one.
 *
 * <pre>cost = n · rate · (T_repair + T_rollback)</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "What does an outage of a failure domain cost a synchronous job?",
    equation = "cost = n · rate · (T_repair + T_rollback)")
public final class OutageCostModel
    extends BaseModel<OutageCostModel.Inputs, OutageCostModel.OutageCostResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "devices that fail", range = "[0, inf)") int failedDevices,
      @Port(doc = "devices of the job", range = "[0, inf)") int jobDevices,
      @Port(doc = "time until the job runs again", unit = "h", range = "[0, inf)")
          Quantity<Time> repairTime,
      @Port(doc = "cost of one device", unit = "USD/h", range = "[0, inf)")
          Quantity<MoneyRate> deviceHourRate,
      @Port(
              doc = "work that is lost and repeated, by name",
              unit = "h",
              defaultValue = "",
              range = "[0, inf)")
          Map<String, Quantity<Time>> rollbackTimes) {

    public Inputs {
      rollbackTimes = Tables.copyOf(rollbackTimes);
      if (failedDevices > jobDevices) {
        throw BadInputException.conflict(
            "failed_devices",
            "failed_devices is %d, more than the %d of job_devices."
                .formatted(failedDevices, jobDevices));
      }
    }

    /** Names the inputs one by one; all but the rollback times are required. */
    public static OutageCostModelInputsBuilder builder() {
      return new OutageCostModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record OutageCostResult(
      @Port(doc = "cost of the failed devices' standstill", unit = "USD")
          Quantity<Money> directCost,
      @Port(doc = "cost of the job's standstill", unit = "USD") Quantity<Money> jobCost,
      @Port(doc = "the same with the work repeated, by rollback time", unit = "USD")
          Map<String, Quantity<Money>> jobCostWithRollback,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public OutageCostResult {
      jobCostWithRollback = Tables.copyOf(jobCostWithRollback);
      caveats = List.copyOf(caveats);
    }
  }

  public OutageCostModel() {
    super(MethodHandles.lookup(), Inputs.class, OutageCostResult.class);
  }

  @Override
  public OutageCostResult solve(Inputs inputs) {
    double rate = in(Units.USD_PER_SECOND, inputs.deviceHourRate());
    double repair = in(SECOND, inputs.repairTime());
    return new OutageCostResult(
        of(OutageCost.standstill(inputs.failedDevices(), rate, repair), USD),
        of(OutageCost.standstill(inputs.jobDevices(), rate, repair), USD),
        Tables.each(
            inputs.rollbackTimes(),
            rollback ->
                of(
                    OutageCost.withRollback(
                        inputs.jobDevices(), rate, repair, in(SECOND, rollback)),
                    USD)),
        List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, OutageCostResult result) {
    return List.of(
        new Explanation(
            "direct_cost",
            in(USD, result.directCost()),
            "USD",
            List.of(
                Term.given("devices that stand still", "n", inputs.failedDevices(), ""),
                Term.given(
                    "price of one",
                    "rate",
                    in(Units.USD_PER_SECOND, inputs.deviceHourRate()),
                    "USD/s"),
                Term.given("time to repair", "t", in(SECOND, inputs.repairTime()), "s"))),
        new Explanation(
            "job_cost",
            in(USD, result.jobCost()),
            "USD",
            List.of(
                Term.given("devices that stand still", "n", inputs.jobDevices(), ""),
                Term.given(
                    "price of one",
                    "rate",
                    in(Units.USD_PER_SECOND, inputs.deviceHourRate()),
                    "USD/s"),
                Term.given("time to repair", "t", in(SECOND, inputs.repairTime()), "s"))));
  }
}
