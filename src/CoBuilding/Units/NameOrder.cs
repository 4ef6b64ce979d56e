using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>The order of a list of people or units.</summary>
[TextsIn("Ordering")]
public enum NameOrder
{
    /// <summary>The default order of the list: units by place, rosters by seat, people by pinyin.</summary>
    ListDefault,
    Pinyin,

    /// <summary>By the strokes of the surname, as lists of names are printed.</summary>
    Strokes,

    /// <summary>By the district's own order of titles.</summary>
    Rank,
}
