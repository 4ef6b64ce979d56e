using System.Net;
using System.Text.RegularExpressions;

namespace CoBuilding.Web.Tests.House;

/// <summary>Cookies, and forms sent with the token that their page holds.</summary>
public sealed partial class Browser(HttpClient http)
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Fills in the form on <paramref name="page"/> and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(page)).Groups[1].Value;
        var form = fields
            .Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token));
        using var content = new FormUrlEncodedContent(form);
        return await http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> SignInAsync(string district, string login, string password, string back = "") =>
        SendAsync($"/{district}/sign-in", $"/{district}/sign-in", ("login", login), ("password", password), ("back", back));

    /// <summary>Whether a page of the office opens, rather than leading to the sign-in.</summary>
    public async Task<bool> IsSignedInAsync(string district)
    {
        var answer = await GetAsync($"/{district}/");
        if (answer.StatusCode is HttpStatusCode.OK)
            return true;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return false;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
