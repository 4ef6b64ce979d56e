namespace CoBuilding.Units.Ordering;

/// <summary>By what a list of people or units is put in order.</summary>
public enum NameOrder
{
    /// <summary>As the list does by itself: units by place, rosters by seat, people by sound.</summary>
    ListDefault,
    Pinyin,

    /// <summary>By the strokes of the surname, as lists of names are printed.</summary>
    Strokes,

    /// <summary>By the district's own order of titles.</summary>
    Rank,
}
