using System.Globalization;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Forms;

/// <summary>
/// The fields of a sent form as text, like <see cref="UrlValues"/> for queries. Reading never throws; a field that cannot be read is null
/// and adds a problem, so that the form is shown again with a message.
/// </summary>
public sealed class PostedForm
{
    private readonly IFormCollection sent;
    private readonly List<FieldProblem> problems = [];

    private PostedForm(IFormCollection? sent)
    {
        this.sent = sent ?? FormCollection.Empty;
        if (sent is null)
            Problem = Wording.T("Shell.FormNotRead");
    }

    /// <summary>Why the form is not processed: it did not arrive as a form, or its token is missing. Null if it can be processed.</summary>
    public string? Problem { get; set; }

    /// <summary>The fields that could not be read, of those that have been asked for.</summary>
    public IReadOnlyList<FieldProblem> Problems => problems;

    public IFormFileCollection Files => sent.Files;

    /// <summary>Reads the request's form, once.</summary>
    public static async Task<PostedForm> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<PostedForm>() is { } read)
            return read;
        var form = new PostedForm(await TryAsync(context.Request));
        context.Features.Set(form);
        return form;
    }

    /// <summary>As typed, with invalid characters, which the database does not accept, replaced by U+FFFD.</summary>
    public string? Text(string name) =>
        sent[name] is [{ } text, ..] ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD') : null;

    public Guid? Id(string name) => Read(name, UrlValues.Id(Text(name)) is { } id && id != Guid.Empty ? id : (Guid?)null);

    /// <summary>The form's own, by which repeats are recorded once; a new one if it sent none.</summary>
    public Guid OperationId() => Id("operation") ?? Guid.CreateVersion7();

    public T? OneOf<T>(string name)
        where T : struct, Enum => Read(name, UrlValues.OneOf<T>(Text(name)));

    public DateOnly? Day(string name) => Read(name, UrlValues.Day(Text(name)));

    public int? Number(string name) =>
        Read(name, int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);

    public bool Flag(string name) => Read(name, UrlValues.Flag(Text(name))) == true;

    /// <summary>Maps a field of a page to the field of the use case's form.</summary>
    public static string FieldOf(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static async Task<IFormCollection?> TryAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception misshapen) when (misshapen is InvalidDataException or IOException or InvalidOperationException)
        {
            // Too large, too many fields, cut off, or not a form.
            return null;
        }
    }

    private T? Read<T>(string name, T? value)
        where T : struct
    {
        if (value is null && !string.IsNullOrEmpty(Text(name)))
            problems.Add(new(FieldOf(name), Wording.T("Shell.FieldNotRead")));
        return value;
    }
}
