namespace CoBuilding.Documents;

public static class CharacterWidth
{
    /// <summary>Of a line, in characters: a Latin letter takes half of one.</summary>
    public static double Of(string text) => text.EnumerateRunes().Sum(r => r.Value < 0x1100 ? 0.5 : 1);
}
