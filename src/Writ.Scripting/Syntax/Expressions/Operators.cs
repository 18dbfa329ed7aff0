namespace Writ.Scripting;

/// <summary>Which token is which operator, how tightly it binds and how it is written.</summary>
internal static class Operators
{
    public const int Unary = 200;

    public static Operator Of(TokenKind kind) => kind switch
    {
        TokenKind.Coalesce => Operator.Coalesce,
        TokenKind.NotCoalesce => Operator.NotCoalesce,
        TokenKind.Or => Operator.Or,
        TokenKind.And => Operator.And,
        TokenKind.Equal => Operator.Equal,
        TokenKind.NotEqual => Operator.NotEqual,
        TokenKind.Less => Operator.Less,
        TokenKind.LessEqual => Operator.LessEqual,
        TokenKind.Greater => Operator.Greater,
        TokenKind.GreaterEqual => Operator.GreaterEqual,
        TokenKind.Plus or TokenKind.AssignPlus => Operator.Add,
        TokenKind.Minus or TokenKind.AssignMinus => Operator.Subtract,
        TokenKind.Star or TokenKind.AssignStar => Operator.Multiply,
        TokenKind.Slash or TokenKind.AssignSlash => Operator.Divide,
        TokenKind.DoubleSlash or TokenKind.AssignDoubleSlash => Operator.DivideWhole,
        TokenKind.Percent or TokenKind.AssignPercent => Operator.Modulo,
        TokenKind.ShiftLeft => Operator.ShiftLeft,
        TokenKind.ShiftRight => Operator.ShiftRight,
        TokenKind.Range => Operator.Range,
        TokenKind.RangeExclusive => Operator.RangeExclusive,
        _ => Operator.None,
    };

    public static int Precedence(Operator kind) => kind switch
    {
        Operator.Coalesce or Operator.NotCoalesce => 20,
        Operator.Or => 30,
        Operator.And => 40,
        Operator.Equal or Operator.NotEqual => 70,
        Operator.Less or Operator.LessEqual or Operator.Greater or Operator.GreaterEqual => 80,
        Operator.Add or Operator.Subtract => 100,
        Operator.Range or Operator.RangeExclusive => 130,
        _ => 110,
    };

    public static string Sign(Operator kind) => kind switch
    {
        Operator.Coalesce => "??",
        Operator.NotCoalesce => "?!",
        Operator.Or => "||",
        Operator.And => "&&",
        Operator.Equal => "==",
        Operator.NotEqual => "!=",
        Operator.Less => "<",
        Operator.LessEqual => "<=",
        Operator.Greater => ">",
        Operator.GreaterEqual => ">=",
        Operator.Add => "+",
        Operator.Subtract => "-",
        Operator.Multiply => "*",
        Operator.Divide => "/",
        Operator.DivideWhole => "//",
        Operator.Modulo => "%",
        Operator.ShiftLeft => "<<",
        Operator.ShiftRight => ">>",
        Operator.Range => "..",
        Operator.RangeExclusive => "..<",
        _ => "",
    };
}
