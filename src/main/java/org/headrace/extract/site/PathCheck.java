package org.headrace.extract.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.PathExpr;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.Step;
import org.jaxen.expr.UnaryExpr;
import org.jaxen.expr.VariableReferenceExpr;

/** Finds in an expression what could only fail later, on some page: functions and variables. */
final class PathCheck {
  private static final int MANY = 1_000;

  /** How many values each function takes (XPath 1.0, section 4). */
  private static final Map<String, Range> FUNCTIONS =
      Map.ofEntries(
          takes("last", 0, 0),
          takes("position", 0, 0),
          takes("count", 1, 1),
          takes("id", 1, 1),
          takes("local-name", 0, 1),
          takes("namespace-uri", 0, 1),
          takes("name", 0, 1),
          takes("string", 0, 1),
          takes("concat", 2, MANY),
          takes("starts-with", 2, 2),
          takes("contains", 2, 2),
          takes("substring-before", 2, 2),
          takes("substring-after", 2, 2),
          takes("substring", 2, 3),
          takes("string-length", 0, 1),
          takes("normalize-space", 0, 1),
          takes("translate", 3, 3),
          takes("boolean", 1, 1),
          takes("not", 1, 1),
          takes("true", 0, 0),
          takes("false", 0, 0),
          takes("lang", 1, 1),
          takes("number", 0, 1),
          takes("sum", 1, 1),
          takes("floor", 1, 1),
          takes("ceiling", 1, 1),
          takes("round", 1, 1));

  private PathCheck() {}

  private record Range(int least, int most) {}

  private static Map.Entry<String, Range> takes(String function, int least, int most) {
    return Map.entry(function, new Range(least, most));
  }

  /** Why {@code expression} cannot work; empty if it can. */
  static Optional<String> fault(Expr expression) {
    return switch (expression) {
      case BinaryExpr both -> fault(both.getLHS()).or(() -> fault(both.getRHS()));
      case UnaryExpr one -> fault(one.getExpr());
      case FunctionCallExpr call -> call(call).or(() -> faults(call.getParameters()));
      case FilterExpr filter -> fault(filter.getExpr()).or(() -> faults(filter.getPredicates()));
      case PathExpr path ->
          optional(path.getFilterExpr()).or(() -> optional(path.getLocationPath()));
      case LocationPath path -> faults(path.getSteps());
      case VariableReferenceExpr variable -> Optional.of("there are no variables here");
      default -> Optional.empty();
    };
  }

  private static Optional<String> optional(@org.jspecify.annotations.Nullable Expr part) {
    return part == null ? Optional.empty() : fault(part);
  }

  private static Optional<String> faults(List<?> parts) {
    for (Object part : parts) {
      Optional<String> fault =
          switch (part) {
            case Predicate predicate -> fault(predicate.getExpr());
            case Step step -> faults(step.getPredicates());
            case Expr expression -> fault(expression);
            default -> Optional.empty();
          };
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> call(FunctionCallExpr call) {
    String name = call.getFunctionName();
    Range range = FUNCTIONS.get(name);
    if (range == null || !call.getPrefix().isEmpty()) {
      return Optional.of("XPath 1.0 has no function " + name + "()");
    }
    int given = call.getParameters().size();
    return given < range.least || given > range.most
        ? Optional.of("%s() does not take %d values".formatted(name, given))
        : Optional.empty();
  }
}
