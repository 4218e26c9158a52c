package lsp

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"strconv"

	"github.com/sourcegraph/jsonrpc2"
)

// maxMessage bounds one message in bytes, so that a broken header can't make the server allocate without end.
const maxMessage = 256 << 20

// codec frames messages as the protocol's base does. Unlike the library's own codec it reads the whole body
// of a message before it decodes it, so a body that is no message is skipped and the connection lives on.
type codec struct {
	jsonrpc2.VSCodeObjectCodec // for WriteObject
	logger                     jsonrpc2.Logger
}

// ReadObject reads the next well-formed message into v.
func (c codec) ReadObject(r *bufio.Reader, v any) error {
	for {
		body, err := readBody(r)
		if err != nil {
			return err
		}
		err = json.Unmarshal(body, v)
		if err == nil {
			return nil
		}
		c.logger.Printf("skipped a message that is not valid: %v", err)
	}
}

func readBody(r *bufio.Reader) ([]byte, error) {
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return nil, err
	}
	length := header.Get("Content-Length")
	n, err := strconv.ParseInt(length, 10, 64)
	if err != nil || n < 0 || n > maxMessage {
		return nil, fmt.Errorf("bad Content-Length %q", length)
	}
	body := make([]byte, n)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, err
	}
	return body, nil
}
