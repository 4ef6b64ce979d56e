using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Notices that hang, out of all.</summary>
public sealed class HangingNoticesFigure : IDashboardFigure
{
    public const string TextKey = "Noticeboard.Hanging";

    public string Key => TextKey;
    public int Position => 200;

    public IQueryable<FigureCount> Count(PortalDb db) =>
        db
            .Notices.GroupBy(_ => 1)
            .Select(g => new FigureCount { Numerator = g.Count(n => n.State == NoticeState.Hanging), Denominator = g.Count() });
}
