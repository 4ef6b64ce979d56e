using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Rosters;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Meetings.Series;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using CoBuilding.Web.Pages.Units;

namespace CoBuilding.Web.Downloads;

public static class DownloadsEndpoints
{
    /// <summary>Those of every room.</summary>
    public static void MapDownloads(this WebApplication app)
    {
        foreach (var downloads in app.Services.GetServices<IDownloads>())
            downloads.Map(app);
    }
}
