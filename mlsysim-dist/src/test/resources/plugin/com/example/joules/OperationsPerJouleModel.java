package com.example.joules;

import java.lang.invoke.MethodHandles;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.Units;

@ResolverInfo(question = "How far does a device get on a joule?", equation = "n = P / W")
public final class OperationsPerJouleModel
    extends BaseModel<OperationsPerJouleModel.Inputs, OperationsPerJouleModel.Result> {

  record Inputs(
      @Port(unit = "FLOP/s", range = "(0, inf)", doc = "sustained rate")
          Quantity<ComputeRate> rate,
      @Port(unit = "W", range = "(0, inf)", doc = "power drawn") Quantity<Power> power) {}

  record Result(
      @Port(unit = "FLOP/J", doc = "operations for a joule") Quantity<?> operationsPerJoule)
      implements SolverResult {}

  public OperationsPerJouleModel() {
    super(MethodHandles.lookup(), Inputs.class, Result.class);
  }

  @Override
  public Result solve(Inputs inputs) {
    double rate = Units.in(Units.FLOP_PER_SECOND, inputs.rate());
    double power = Units.in(Units.WATT, inputs.power());
    return new Result(Units.of(rate / power, "FLOP/J"));
  }
}
