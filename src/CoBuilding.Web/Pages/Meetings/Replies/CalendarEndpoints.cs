using System.Globalization;
using System.Security.Cryptography;
using CoBuilding.Access;
using CoBuilding.Meetings.Replies;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Links;
using Microsoft.Net.Http.Headers;
using Calendar = CoBuilding.Meetings.Replies.Calendar;

namespace CoBuilding.Web.Pages.Meetings.Replies;

/// <summary>
/// The calendar to which a phone or a mail program subscribes (<c>/calendar/{token}.ics</c>): no sign-in, since calendar programs cannot
/// sign in. An unchanged calendar answers 304.
/// </summary>
public sealed class CalendarEndpoints : IPhonePages
{
    public void Map(RouteGroupBuilder phone) =>
        phone
            .MapMethods("/calendar/{token}.ics", LinkPages.SafeMethods, ReadAsync)
            .OpenToAll("whoever has the address reads that one account's calendar, as its owner meant");

    private static async Task<IResult> ReadAsync(string token, HttpContext context, SeeCalendar see, CancellationToken ct)
    {
        var scope = Scope.ForFeed(context.District()!.Id, Secrets.Hash(token), CultureInfo.CurrentUICulture);
        var file = Calendar.Feed(await TransientRetry.AskAsync(() => see.AskAsync(scope, ct), ct));
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(
            file.Bytes,
            file.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))[..32]}\"")
        );
    }
}
