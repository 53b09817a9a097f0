/** What tabs of one browser tell each other about rulesets. Where they cannot talk, saving still notices: see `Store.write`. */

type Message = { kind: "changed"; id: string; revision: number } | { kind: "removed"; id: string } | { kind: "published" };

export class Tabs {
  onChanged: (id: string, revision: number) => void = () => {};
  onRemoved: (id: string) => void = () => {};
  onPublished: () => void = () => {};
  #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#take(data);
    } catch {
      // The browser has none, or not here.
    }
  }

  tellChanged(id: string, revision: number): void {
    this.#tell({ kind: "changed", id, revision });
  }

  tellRemoved(id: string): void {
    this.#tell({ kind: "removed", id });
  }

  tellPublished(): void {
    this.#tell({ kind: "published" });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  #take(message: Message): void {
    if (message.kind === "changed") this.onChanged(message.id, message.revision);
    else if (message.kind === "removed") this.onRemoved(message.id);
    else this.onPublished();
  }
}
