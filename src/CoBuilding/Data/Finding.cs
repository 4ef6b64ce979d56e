namespace CoBuilding.Data;

/// <summary>The result of one check; <paramref name="Says"/> is one English line.</summary>
internal sealed record Finding(Verdict Verdict, string Check, string Says);
